import { json } from "../api/answers";
import { type Account, machineSeconds } from "../core/account";
import type { Delivery } from "../core/records";
import { render } from "../core/render";
import type { Change } from "../core/store";
import { spoilt } from "./misdeeds";
import { lost, send, succeeded } from "./send";
import { Waiting } from "./waiting";

export interface DeliveryOptions {
  /** Seconds from each failed attempt to the next; after the last there is none. */
  readonly retries: readonly number[];
  readonly timeoutMilliseconds: number;
  /** How many deliveries to one endpoint may be under way at once. One keeps the order of events. */
  readonly concurrency: number;
}

/** The longest a timer can be set for, in milliseconds. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** Sends an account's queued deliveries, those first that are due first, and plans what has to be tried again. */
export class Dispatcher {
  private readonly waiting = new Waiting();
  private readonly underWay = new Map<string, Promise<void>>();
  /** The deliveries attempted since each flush that is going on began. */
  private readonly flushes = new Set<Set<string>>();
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(
    private readonly account: Account,
    private readonly options: DeliveryOptions,
  ) {}

  /** Takes over what a piece of work changed, or with null that everything may be otherwise, and starts what is due. */
  noted(changes: readonly Change[] | null): void {
    if (changes === null) this.waiting.clear();
    const deliveries =
      changes === null
        ? this.account.store.list("_delivery").reverse()
        : changes.flatMap(([kind, id]) => (kind === "_delivery" ? { id } : []));
    for (const { id } of deliveries) {
      this.waiting.note(id, this.account.store.get("_delivery", id) ?? null);
    }
    if (deliveries.length > 0) this.wake();
  }

  /** Attempts now everything that waits, be it for a retry, and resolves when each has had its attempt. */
  async flush(): Promise<void> {
    const started = new Set<string>();
    this.flushes.add(started);
    for (;;) {
      while (this.underWay.size > 0) await Promise.all(this.underWay.values());
      const fresh = this.firstOutside(started);
      if (fresh === null) break;
      this.start(fresh);
    }
    this.flushes.delete(started);
  }

  /** Resolves when each of these has had an attempt or waits for a later time. */
  async attempted(ids: readonly string[]): Promise<void> {
    const isOpen = (id: string) => {
      const delivery = this.account.store.get("_delivery", id);
      return this.waiting.has(id) && delivery?.attempts.length === 0;
    };
    while (ids.some(isOpen) && this.underWay.size > 0) await Promise.race(this.underWay.values());
  }

  /** Ends the timer and waits for what is under way. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await Promise.all(this.underWay.values());
  }

  private wake(): void {
    clearTimeout(this.timer);
    if (this.stopped) return;
    const now = Date.now() / 1000 + 0.001;
    let next = Number.POSITIVE_INFINITY;
    for (const queue of this.waiting.queues()) next = Math.min(next, this.startDue(queue, now));
    if (next === Number.POSITIVE_INFINITY) return;
    this.timer = setTimeout(() => this.wake(), Math.min((next - now) * 1000 + 1, LONGEST_TIMER)).unref();
  }

  /** Starts what is due of one endpoint's, and says when the first that isn't will be. */
  private startDue(queue: Iterable<Delivery>, now: number): number {
    const due: Delivery[] = [];
    let busy = 0;
    for (const delivery of queue) {
      if ((delivery.next_attempt ?? 0) > now) {
        this.startAll(due);
        return delivery.next_attempt ?? 0;
      }
      if (this.underWay.has(delivery.id)) busy += 1;
      else due.push(delivery);
      if (busy + due.length >= this.options.concurrency) break;
    }
    this.startAll(due);
    return Number.POSITIVE_INFINITY;
  }

  private startAll(deliveries: readonly Delivery[]): void {
    for (const delivery of deliveries) this.start(delivery);
  }

  private start(delivery: Delivery): void {
    for (const started of this.flushes) started.add(delivery.id);
    const done = this.attempt(delivery)
      .catch((error: unknown) => {
        console.error(`Delivery ${delivery.id} failed:`, error);
        this.waiting.note(delivery.id, null);
      })
      .finally(() => {
        this.underWay.delete(delivery.id);
        this.wake();
      });
    this.underWay.set(delivery.id, done);
  }

  private firstOutside(started: ReadonlySet<string>): Delivery | null {
    for (const queue of this.waiting.queues()) {
      for (const delivery of queue) if (!started.has(delivery.id)) return delivery;
    }
    return null;
  }

  private async attempt(delivery: Delivery): Promise<void> {
    const { store } = this.account;
    const endpoint = store.get("webhook_endpoint", delivery.endpoint);
    const event = store.get("event", delivery.event);
    if (endpoint === undefined || endpoint.status !== "enabled" || event === undefined) {
      this.finish(delivery, { ...delivery, next_attempt: null }, false);
      return;
    }
    const { secret } = store.must("_signing_secret", endpoint.id);
    const body = json(render(store, event));
    const message = spoilt(delivery, { body, secret, signedAt: machineSeconds() });
    const result =
      message === null ? lost() : await send(endpoint.url, message, this.options.timeoutMilliseconds);
    const attempts = [...delivery.attempts, result];
    const wait = succeeded(result) ? undefined : this.options.retries[attempts.length - 1];
    const next_attempt = wait === undefined ? null : machineSeconds() + wait;
    this.finish(delivery, { ...delivery, attempts, next_attempt }, succeeded(result));
  }

  /** Notes the outcome, unless the account was reset in the meantime. */
  private finish(delivery: Delivery, outcome: Delivery, received: boolean): void {
    this.account.run(({ store }) => {
      if (store.get("_delivery", delivery.id) === undefined) return;
      const had = store
        .list("_delivery", "event", delivery.event)
        .some(({ endpoint, attempts }) => endpoint === delivery.endpoint && attempts.some(succeeded));
      store.put("_delivery", outcome);
      const event = store.get("event", delivery.event);
      if (received && !had && event !== undefined) {
        store.put("event", { ...event, pending_webhooks: Math.max(0, event.pending_webhooks - 1) });
      }
    });
  }
}
