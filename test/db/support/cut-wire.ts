import type { AddressInfo } from "node:net";
import { connect, createServer, type Socket } from "node:net";

/** How a connection ends: closed in order, reset, or silent for ever. */
export const cuts = ["closed", "reset", "silent"] as const;
export type Cut = (typeof cuts)[number];

/** A way to the database that breaks at a chosen moment, and is whole again for the next connection. */
export class CutWire {
  #countdown = Number.POSITIVE_INFINITY;
  #cut: Cut = "closed";
  #lasts = false;
  #isDown = false;
  readonly #sockets = new Set<Socket>();
  readonly #server;

  constructor(readonly target: URL) {
    this.#server = createServer((near) => {
      if (this.#isDown) return void near.on("error", () => {}).resetAndDestroy();
      const far = connect(Number(target.port), target.hostname);
      for (const socket of [near, far]) {
        this.#sockets.add(socket);
        socket.on("error", () => {}).on("close", () => this.#sockets.delete(socket));
      }
      let silent = false;
      const pass = (from: Socket, to: Socket) =>
        from.on("data", (chunk) => {
          if (!silent && --this.#countdown < 0) {
            this.#countdown = Number.POSITIVE_INFINITY;
            silent = true;
            if (this.#cut === "closed") near.end();
            if (this.#cut === "reset") near.resetAndDestroy();
            far.destroy();
            if (this.#lasts) this.#goDown();
          }
          if (!silent) to.write(chunk);
        });
      pass(near, far);
      pass(far, near);
      near.on("close", () => far.destroy());
      far.on("close", () => silent || near.end());
    });
  }

  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    const { port } = this.#server.address() as AddressInfo;
    return Object.assign(new URL(this.target), { host: `127.0.0.1:${port}` }).href;
  }

  /**
   * Breaks at the next message but so many, in whichever direction.
   *
   * @param lasts breaks all other connections too, and refuses new ones until it is mended
   */
  breakAfter(messages: number, cut: Cut, { lasts = false } = {}): void {
    this.#countdown = messages;
    this.#cut = cut;
    this.#lasts = lasts;
  }

  /** Whether the break is still to come. */
  get isWhole(): boolean {
    return this.#countdown !== Number.POSITIVE_INFINITY;
  }

  mend(): void {
    this.#countdown = Number.POSITIVE_INFINITY;
    this.#isDown = false;
  }

  #goDown(): void {
    this.#isDown = true;
    for (const socket of this.#sockets) socket.destroySoon();
  }

  close(): void {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
  }
}
