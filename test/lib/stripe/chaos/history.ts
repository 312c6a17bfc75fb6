import { letPass } from "@/test/emulator/support/shop";
import type { StartedEmulator } from "@/test/emulator/support/start-emulator";
import { type ActName, acts } from "./acts/acts";
import { type Business, openBusiness, tryTo } from "./acts/business";
import { time } from "./time";
import { type SentEvent, Told } from "./told";
import type { Turns } from "./turns";

/** How far back the events are that mostly arrive. */
const RECENT = [0, 0, 0, 0, 1, 1, 2, 3, 5];

/** What happens at the stand-in, act by act, with the events that tell of it. */
export class History {
  readonly told = new Told();
  /** Seconds by which the account's clock is ahead of time. */
  ahead = 0;

  private constructor(
    readonly standIn: StartedEmulator,
    readonly account: string,
    readonly turns: Turns,
    readonly business: Business,
  ) {}

  /** Begins one in an emptied account, with two customers, one of whose cards will be declined. */
  static async begin(standIn: StartedEmulator, account: string, turns: Turns): Promise<History> {
    await standIn.request("POST", "/_emulator/reset", { key: `sk_test_${account}`, body: "{}" });
    const history = new History(standIn, account, turns, await openBusiness(standIn, account));
    await history.#listen();
    await history.act("arrive", 0);
    await history.act("arrive", 2);
    return history;
  }

  act(name: ActName, which: number): Promise<void> {
    return this.turns(async () => {
      await tryTo(acts[name], this.business, which);
      await this.#listen();
    });
  }

  /** Time passes for everybody. */
  wait(seconds: number): Promise<void> {
    return this.turns(async () => {
      time.seconds += seconds;
      await letPass(this.standIn, this.account, 0);
      await this.#listen();
    });
  }

  /** The account's clock is moved on. */
  advance(days: number): Promise<void> {
    return this.turns(async () => {
      await letPass(this.standIn, this.account, days * 86_400);
      this.ahead += days * 86_400;
      await this.#listen();
    });
  }

  /** One of the events so far, mostly a recent one. */
  pick(which: number): SentEvent | undefined {
    const { events } = this.told;
    const back = (which < 700 ? RECENT[which % RECENT.length] : which) ?? 0;
    return events[events.length - 1 - (back % (events.length || 1))];
  }

  /** Whether Stripe's list of events still has it. https://docs.stripe.com/api/events */
  isListed({ created }: SentEvent): boolean {
    return created >= time.seconds + this.ahead - 29 * 86_400;
  }

  /** Takes note of the events that have come since. Stripe's own list is by date, which test clocks forge. */
  async #listen(): Promise<void> {
    const { json } = await this.standIn.request("GET", "/_emulator/events", {
      key: `sk_test_${this.account}`,
    });
    const all = Array.isArray(json.data) ? json.data : [];
    for (const event of all.toReversed()) if (!this.told.knows(event.id)) this.told.event(event);
  }
}
