import { createServer, type Server } from "node:net";
import { expect, test } from "vitest";
import { anyFreePort, choosePort, isFree } from "@/scripts/support/ports";

function listen(port: number, host: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(port, host, () => resolve(server));
  });
}

test("a port somebody listens on is not free, and is again afterwards", async () => {
  const port = await anyFreePort();
  const server = await listen(port, "127.0.0.1");
  expect(await isFree(port)).toBe(false);
  await new Promise((resolve) => server.close(resolve));
  expect(await isFree(port)).toBe(true);
});

test("a port taken on all addresses is not free either", async () => {
  const port = await anyFreePort();
  const server = await listen(port, "0.0.0.0");
  expect(await isFree(port)).toBe(false);
  server.close();
});

test("any free port is one that no connection is given by itself", async () => {
  for (const port of await Promise.all(Array.from({ length: 50 }, anyFreePort)))
    expect(port).toBeLessThan(32_768);
});

test("the wanted port is chosen when it is free", async () => {
  expect(await choosePort(3000, async () => true)).toEqual({ port: 3000, moved: false });
});

test("the next free port is chosen, and said to be another", async () => {
  expect(await choosePort(3000, async (port) => port >= 3002)).toEqual({ port: 3002, moved: true });
});

test("a port that browsers refuse to talk to is passed over", async () => {
  expect(await choosePort(6665, async () => true)).toEqual({ port: 6670, moved: true });
});
