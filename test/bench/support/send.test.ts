import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { send, written } from "@/bench/support/send";

/** A server that says what it was sent, and over how many connections. */
async function serving(answer: number) {
  const seen: string[] = [];
  let connections = 0;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk) => chunks.push(chunk));
    request.on("end", () => {
      seen.push(`${request.method} ${request.url} ${request.headers["x-name"]} ${Buffer.concat(chunks)}`);
      if (answer === 0) request.socket.destroy();
      else response.writeHead(answer).end("An answer");
    });
  });
  server.on("connection", () => connections++);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const request = (body: string) =>
    written(`http://127.0.0.1:${port}/a?b=c`, { method: "PUT", headers: { "x-name": "reader" }, body });
  return { request, seen, connections: () => connections };
}

test("requests arrive as they were written, over a connection for each that is under way at once", async () => {
  const { request, seen, connections } = await serving(403);
  expect(await send(request("first"))).toBe(403);
  expect(await send(request("é"))).toBe(403);
  expect(connections()).toBe(1);
  expect(await Promise.all([send(request("one")), send(request("other"))])).toEqual([403, 403]);
  expect(connections()).toBe(2);
  expect(seen.toSorted()).toEqual(["first", "one", "other", "é"].map((body) => `PUT /a?b=c reader ${body}`));
});

test("a connection that is cut before the answer is an error", async () => {
  const { request } = await serving(0);
  await expect(send(request("lost"))).rejects.toThrow();
});
