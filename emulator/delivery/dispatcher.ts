import { json } from "../api/answers";
import { type Account, machineSeconds } from "../core/account";
import type { Held } from "../core/kinds";
import type { Delivery } from "../core/records";
import { render } from "../core/render";
import { send, succeeded } from "./send";

export interface DeliveryOptions {
  /** Seconds from each failed attempt to the next; after the last there is none. */
  readonly retries: readonly number[];
  readonly timeoutMilliseconds: number;
  /** How many deliveries to one endpoint may be under way at once. One keeps the order of events. */
  readonly concurrency: number;
}

/** Sends an account's queued deliveries, oldest first, and plans what has to be tried again. */
export class Dispatcher {
  private readonly underWay = new Map<string, Promise<void>>();
  /** The deliveries attempted since each flush that is going on began. */
  private readonly flushes = new Set<Set<string>>();
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(
    private readonly account: Account,
    private readonly options: DeliveryOptions,
  ) {}

  /** Starts what is due, and sets a timer for what is not. Call it after each change. */
  wake(): void {
    clearTimeout(this.timer);
    if (this.stopped) return;
    const waiting = this.waiting();
    const now = machineSeconds();
    const busy = new Map<string, number>();
    for (const id of this.underWay.keys()) this.count(busy, id);
    for (const delivery of waiting) {
      if (delivery.next_attempt > now || this.underWay.has(delivery.id)) continue;
      const already = busy.get(delivery.endpoint) ?? 0;
      if (already >= this.options.concurrency) continue;
      busy.set(delivery.endpoint, already + 1);
      this.start(delivery);
    }
    const next = Math.min(...waiting.map((delivery) => delivery.next_attempt).filter((at) => at > now));
    if (Number.isFinite(next)) this.timer = setTimeout(() => this.wake(), (next - now) * 1000).unref();
  }

  /** Attempts now everything that waits, be it for a retry, and resolves when each has had its attempt. */
  async flush(): Promise<void> {
    const started = new Set<string>();
    this.flushes.add(started);
    for (;;) {
      while (this.underWay.size > 0) await Promise.all(this.underWay.values());
      const fresh = this.waiting().find((delivery) => !started.has(delivery.id));
      if (fresh === undefined) break;
      this.start(fresh);
    }
    this.flushes.delete(started);
  }

  /** Ends the timer and waits for what is under way. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await Promise.all(this.underWay.values());
  }

  private start(delivery: Delivery): void {
    for (const started of this.flushes) started.add(delivery.id);
    const done = this.attempt(delivery)
      .catch((error: unknown) => console.error(`Delivery ${delivery.id} failed:`, error))
      .finally(() => {
        this.underWay.delete(delivery.id);
        this.wake();
      });
    this.underWay.set(delivery.id, done);
  }

  private waiting(): (Delivery & { next_attempt: number })[] {
    return this.account.store
      .list("_delivery", "waiting", "yes")
      .reverse()
      .flatMap((delivery) =>
        delivery.next_attempt === null ? [] : [{ ...delivery, next_attempt: delivery.next_attempt }],
      );
  }

  private count(busy: Map<string, number>, id: string): void {
    const endpoint = this.account.store.get("_delivery", id)?.endpoint;
    if (endpoint !== undefined) busy.set(endpoint, (busy.get(endpoint) ?? 0) + 1);
  }

  private async attempt(delivery: Delivery): Promise<void> {
    const { store } = this.account;
    const endpoint = store.get("webhook_endpoint", delivery.endpoint);
    const event = store.get("event", delivery.event);
    if (endpoint === undefined || endpoint.status !== "enabled" || event === undefined) {
      this.finish(delivery, { ...delivery, next_attempt: null }, false);
      return;
    }
    const result = await send(
      endpoint.url,
      store.must("_signing_secret", endpoint.id).secret,
      bodyOf(this.account, event),
      this.options.timeoutMilliseconds,
    );
    const attempts = [...delivery.attempts, result];
    const wait = succeeded(result) ? undefined : this.options.retries[attempts.length - 1];
    const next_attempt = wait === undefined ? null : machineSeconds() + wait;
    this.finish(delivery, { ...delivery, attempts, next_attempt }, succeeded(result));
  }

  /** Notes the outcome, unless the account was reset in the meantime. */
  private finish(delivery: Delivery, outcome: Delivery, received: boolean): void {
    this.account.run(({ store }) => {
      if (store.get("_delivery", delivery.id) === undefined) return;
      store.put("_delivery", outcome);
      const event = store.get("event", delivery.event);
      if (received && event !== undefined) {
        store.put("event", { ...event, pending_webhooks: Math.max(0, event.pending_webhooks - 1) });
      }
    });
  }
}

function bodyOf(account: Account, event: Held<"event">): string {
  return json(render(account.store, event));
}
