import { connect, createServer } from "node:net";
import { anyFreePort } from "@/scripts/support/ports";
import { messageReader } from "./messages";

/** What a client has asked of the database. */
export type Traffic = { roundTrips: number; statements: number };

/** A way to the database on which every round trip and statement is counted. */
export type Wire = { url: string; traffic: Traffic; close(): void };

/**
 * Puts a wire in front of a database. A round trip begins with whatever a client sends after it was answered, so
 * that statements sent one behind the other make one. Only true for a client that does one thing at a time.
 */
export async function layWire(databaseUrl: string): Promise<Wire> {
  const url = new URL(databaseUrl);
  const target = { host: url.hostname, port: Number(url.port) };
  url.port = String(await anyFreePort());
  const traffic = { roundTrips: 0, statements: 0 };
  const server = createServer((near) => {
    const far = connect(target);
    const count = messageReader((type) => {
      if (type === "E" || type === "Q") traffic.statements++;
    });
    let asking = false;
    near.on("data", (chunk) => {
      if (!asking) traffic.roundTrips++;
      asking = true;
      count(chunk);
    });
    far.on("data", () => {
      asking = false;
    });
    near.pipe(far).pipe(near);
    near.on("error", () => far.destroy());
    far.on("error", () => near.destroy());
  });
  await new Promise<void>((resolve) => server.listen(Number(url.port), url.hostname, resolve));
  return { url: url.href, traffic, close: () => void server.close() };
}
