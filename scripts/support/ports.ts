import { randomInt } from "node:crypto";
import { createServer } from "node:net";

/** Whether nothing listens on this port of the loopback addresses (IPv4, and IPv6 where there is one). */
export async function isFree(port: number): Promise<boolean> {
  return (await canListen(port, "127.0.0.1")) && (await canListen(port, "::1")) && canListen(port, undefined);
}

/**
 * A port nobody listens on, to be listened on later: below those Linux and macOS give to connections, of which one could
 * take it in between. https://docs.kernel.org/networking/ip-sysctl.html (`ip_local_port_range`)
 *
 * @throws when none of many is free
 */
export async function anyFreePort(): Promise<number> {
  for (let tries = 0; tries < 100; tries++) {
    const port = randomInt(20_000, 32_768);
    if (await isFree(port)) return port;
  }
  throw new Error("No port between 20000 and 32767 is free.");
}

/**
 * The wanted port when it is free, else the first free one after it.
 *
 * @returns the port, and whether it had to differ from the wanted one
 */
export async function choosePort(
  wanted: number,
  free: (port: number) => Promise<boolean> = isFree,
): Promise<{ port: number; moved: boolean }> {
  for (let port = wanted; port < wanted + 50; port++) {
    if (!unfetchable.has(port) && (await free(port))) return { port, moved: port !== wanted };
  }
  return { port: await anyFreePort(), moved: true };
}

/** Ports `fetch` and browsers refuse to talk to, of those somebody might count up to: https://fetch.spec.whatwg.org/#port-blocking */
const unfetchable = new Set([
  4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
]);

function canListen(port: number, host: string | undefined): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
      .once("error", (error) =>
        resolve("code" in error && error.code !== "EADDRINUSE" && error.code !== "EACCES"),
      )
      .once("listening", () => server.close(() => resolve(true)));
    server.listen({ port, ...(host ? { host } : {}) });
  });
}
