import { Agent, createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import type { History } from "./history";
import type { Fault } from "./schedule";
import type { Turns } from "./turns";

type Answer = { status: number; date: string; body: string };
type Held = { steps: number; release: () => void };

/**
 * The way from the receiver to the stand-in and back. What is asked is answered at once, and noted; the answer
 * may stay under way while other things happen.
 */
export class Wire {
  #delays: readonly number[] = [];
  #history: History | undefined;
  #open = true;
  #held: Held[] = [];
  #answered = 0;
  /** What goes wrong with the next requests, one after the other. */
  #faults: Fault[] = [];
  readonly #agent = new Agent({ keepAlive: true });
  readonly #server = createServer(async (asked, response) => {
    const address = asked.url ?? "/";
    try {
      const { status, body, date } = await this.turns(async () => {
        const authorization = asked.headers.authorization ?? "";
        await this.#spoil(authorization);
        const answer = await this.#ask(address, authorization);
        // A failure says nothing about the object.
        if (answer.status < 429) {
          this.#history?.told.answer(address, JSON.parse(answer.body));
        }
        return answer;
      });
      await this.#way();
      response.writeHead(status, { "Content-Type": "application/json", Date: date }).end(body);
    } catch {
      response.destroy();
    }
  });

  constructor(
    readonly standIn: string,
    readonly turns: Turns,
  ) {}

  /** @returns the address that the receiver takes for Stripe's */
  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  /**
   * Another history begins.
   *
   * @param delays steps that its answers stay under way, one after the other and over again
   */
  begin(history: History, delays: readonly number[]): void {
    this.#history = history;
    this.#delays = delays;
    this.#answered = 0;
    this.mend();
    this.hold();
  }

  /** Something goes wrong with so many of the next requests. */
  spoil(fault: Fault, times: number): void {
    this.#faults.push(...Array<Fault>(times).fill(fault));
  }

  /** How many answers are held up. */
  get held(): number {
    return this.#held.length;
  }

  /** From now on answers are held up. */
  hold(): void {
    this.#open = false;
  }

  /** Nothing goes wrong any more. */
  mend(): void {
    this.#faults = [];
  }

  /** Lets everything arrive that is under way, and holds nothing up any more. */
  open(): void {
    this.#open = true;
    for (const { release } of this.#held.splice(0)) release();
  }

  /** A step has passed. */
  step(): void {
    for (const held of this.#held) held.steps -= 1;
    for (const { release } of this.#held.filter(({ steps }) => steps <= 0)) release();
    this.#held = this.#held.filter(({ steps }) => steps > 0);
  }

  close(): Promise<void> {
    this.#agent.destroy();
    this.#server.closeAllConnections();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }

  #way(): Promise<void> {
    const steps = this.#delays[this.#answered++ % this.#delays.length] ?? 0;
    if (this.#open || steps === 0) return Promise.resolve();
    return new Promise((release) => this.#held.push({ steps, release }));
  }

  /** Tells the stand-in what to do wrong with the request that comes next. */
  async #spoil(authorization: string): Promise<void> {
    const action = this.#faults.shift();
    if (action) await this.#ask("/_emulator/faults", authorization, { action, method: "GET", times: 1 });
  }

  #ask(address: string, authorization: string, body?: object): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const headers = { authorization, ...(body ? { "content-type": "application/json" } : {}) };
      const options = { agent: this.#agent, headers, method: body ? "POST" : "GET" };
      const sent = request(new URL(address, this.standIn), options, async (answer) => {
        const chunks: Buffer[] = [];
        for await (const chunk of answer) chunks.push(Buffer.from(chunk));
        const body = Buffer.concat(chunks).toString();
        resolve({ status: answer.statusCode ?? 500, date: answer.headers.date ?? "", body });
      });
      sent.on("error", reject).end(body && JSON.stringify(body));
    });
  }
}
