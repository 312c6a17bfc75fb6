import { connect } from "node:net";
import { answerReader } from "./answers";

/** A request as it goes over the wire, and where to. */
export type Written = { host: string; port: number; bytes: Buffer };

type Connection = { ask(bytes: Buffer): Promise<number>; open(): boolean };

/** After so many milliseconds without a request a connection isn't used again: the server may be about to close it. */
const STALE = 1000;

/** Connections without a request under way, by where they lead, the last used last. */
const waiting = new Map<string, Connection[]>();

/** Writes a request once, so that it costs nothing to put together while the clock runs. */
export function written(
  url: string,
  { method, headers, body }: { method: string; headers: Record<string, string>; body: string },
): Written {
  const { host, hostname, port, pathname, search } = new URL(url);
  const length = String(Buffer.byteLength(body));
  const lines = Object.entries({ host, ...headers, "content-length": length }).map((pair) => pair.join(": "));
  const head = [`${method} ${pathname}${search} HTTP/1.1`, ...lines, "", ""].join("\r\n");
  return { host: hostname, port: Number(port), bytes: Buffer.from(head + body) };
}

/**
 * Sends a request over a connection that stays open, and reads the answer to its end. Whoever sends shares the machine with
 * what is measured, so it does no more than that: no client for people to build on would cost so little.
 *
 * @returns the answer's status
 */
export async function send({ host, port, bytes }: Written): Promise<number> {
  const key = `${host}:${port}`;
  const those = waiting.get(key) ?? [];
  waiting.set(key, those);
  let connection = those.pop();
  while (connection && !connection.open()) connection = those.pop();
  connection ??= opened(host, port);
  const status = await connection.ask(bytes);
  those.push(connection);
  return status;
}

function opened(host: string, port: number): Connection {
  const socket = connect({ host, port, noDelay: true });
  let under:
    | { read: ReturnType<typeof answerReader>; done(status: number): void; failed(error: Error): void }
    | undefined;
  let used = performance.now();
  socket.on("data", (chunk) => {
    const status = under?.read(chunk);
    if (status === undefined) return;
    used = performance.now();
    under?.done(status);
    under = undefined;
  });
  socket.on("error", (error) => under?.failed(error));
  socket.on("close", () =>
    under?.failed(new Error(`${host}:${port} closed the connection before it had answered.`)),
  );
  return {
    ask: (bytes) =>
      new Promise((done, failed) => {
        under = { read: answerReader(), done, failed };
        socket.write(bytes);
      }),
    open() {
      const open = !socket.destroyed && performance.now() - used < STALE;
      if (!open) socket.destroy();
      return open;
    },
  };
}
