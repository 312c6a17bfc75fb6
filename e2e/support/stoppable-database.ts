import { connect, createServer, type Socket } from "node:net";
import { anyFreePort } from "@/scripts/support/ports";
import { createTestDatabase, type TestDatabase } from "@/test/support/database";

export type StoppableDatabase = TestDatabase & {
  /** To the application the server is gone: connections break, and new ones are refused. */
  stop(): Promise<void>;
  start(): Promise<void>;
};

/** A database of one story's own on the shared server, reached by a wire that can be cut. */
export async function createStoppableDatabase(): Promise<StoppableDatabase> {
  const database = await createTestDatabase();
  const url = new URL(database.url);
  const target = { host: url.hostname, port: Number(url.port) };
  url.port = String(await anyFreePort());
  const open = new Set<Socket>();
  const wire = createServer((near) => {
    const far = connect(target);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one);
      one.pipe(other);
      one.on("error", () => other.destroy()).on("close", () => other.destroy() && open.delete(one));
    }
  });
  const start = () => new Promise<void>((resolve) => wire.listen(Number(url.port), url.hostname, resolve));
  const stop = () =>
    new Promise<void>((resolve) => {
      wire.close(() => resolve());
      for (const socket of open) socket.destroy();
    });
  await start();
  return {
    ...{ url: url.href, start, stop },
    async drop() {
      await stop();
      await database.drop();
    },
  };
}
