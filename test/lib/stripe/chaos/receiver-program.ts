import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { deliver, poll, retry } from "./receiving";

/**
 * The receiver as a process of its own, to be killed: takes events and orders over HTTP, and tells its parent the
 * port. Time is as each request says.
 */
let seconds = 0;
Date.now = () => seconds * 1000;
// What is tried again is so without a wait.
Math.random = () => 0;

const orders: Readonly<Record<string, (body: string, search: URLSearchParams) => Promise<number>>> = {
  "/deliver": (body, search) => deliver(body, search.get("id") ?? "", search.get("fails") === "true"),
  "/poll": () => poll().then(() => 200),
  "/retry": () => retry().then(() => 200),
};

const server = createServer(async (request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://receiver");
  seconds = Number(request.headers["x-seconds"]);
  const order = orders[pathname];
  const status = order ? await order(await textOf(request), searchParams).catch(() => 500) : 404;
  response.writeHead(status).end();
});

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString();
}

// What can't be noted while a connection is broken goes to the log.
console.error = () => {};
process.on("disconnect", () => process.exit());
server.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));
