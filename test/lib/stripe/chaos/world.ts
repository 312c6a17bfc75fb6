import type { Document } from "@/db/schema/stripe/mirror-table";
import { event, newId } from "../support/events";

/** A clock that only moves when told: Stripe's, and in these tests ours too. */
export type Clock = { seconds: number };

export type SentEvent = ReturnType<typeof event>;

const types = {
  product: { path: "/v1/products", prefix: "prod" },
  subscription: { path: "/v1/subscriptions", prefix: "sub" },
  customer: { path: "/v1/customers", prefix: "cus" },
} as const;

type Type = keyof typeof types;

const eventNames: Record<Type, Record<"created" | "updated" | "deleted", string>> = {
  product: { created: "product.created", updated: "product.updated", deleted: "product.deleted" },
  customer: { created: "customer.created", updated: "customer.updated", deleted: "customer.deleted" },
  subscription: {
    created: "customer.subscription.created",
    updated: "customer.subscription.updated",
    deleted: "customer.subscription.updated",
  },
};

/** One object's life: its content now, and whether it is gone. */
export type Life = { type: Type; document: Document & { version: number }; deleted: boolean };

/**
 * Stripe as far as the mirror can tell: objects that change and disappear, an event for each change with the
 * content of that moment and a date in whole seconds, and answers with the content of the moment they are given.
 */
export class World {
  readonly lives: Life[] = [];
  readonly events: SentEvent[] = [];

  constructor(readonly clock: Clock) {}

  create(kind: number): void {
    const type = (["product", "subscription", "customer"] as const)[kind % 3] ?? "product";
    const clock = type === "product" ? {} : { test_clock: kind % 2 === 0 ? "clock_1" : null };
    const document = { id: newId(types[type].prefix), object: type, version: 1, ...clock };
    const life = { type, document, deleted: false };
    this.lives.push(life);
    this.#tell(life, "created");
  }

  change(index: number): void {
    const life = this.#living(index);
    if (!life) return;
    life.document = { ...life.document, version: life.document.version + 1 };
    this.#tell(life, "updated");
  }

  delete(index: number): void {
    const life = this.#living(index);
    if (!life || life.type === "subscription") return;
    life.deleted = true;
    this.#tell(life, "deleted");
  }

  /** One of the events so far, mostly a recent one. */
  pick(which: number): SentEvent | undefined {
    const back = (which % (which < 700 ? 4 : 1000)) % (this.events.length || 1);
    return this.events[this.events.length - 1 - back];
  }

  /** What Stripe answers to `GET path` at this moment. */
  answer(path: string): { status?: number; body: object; date: Date } {
    const date = new Date(Math.floor(this.clock.seconds) * 1000);
    if (path.endsWith("/features")) return { body: { object: "list", data: [], has_more: false }, date };
    const life = this.lives.find(({ type, document }) => path === `${types[type].path}/${document.id}`);
    if (!life || (life.deleted && life.type !== "customer")) {
      const error = { type: "invalid_request_error", code: "resource_missing", message: "No such object" };
      return { status: 404, body: { error }, date };
    }
    const { id, object } = life.document;
    return { body: life.deleted ? { id, object, deleted: true } : life.document, date };
  }

  /** On a test clock an event is dated in simulated time: here near the present, and standing or jumping back. */
  #simulated({ document: { version } }: Life): number {
    return Math.floor(this.clock.seconds) + ((version * 67) % 200) - 100;
  }

  #living(index: number): Life | undefined {
    const living = this.lives.filter(({ deleted }) => !deleted);
    return living[index % (living.length || 1)];
  }

  #tell(life: Life, what: "created" | "updated" | "deleted"): void {
    const created = life.document.test_clock ? this.#simulated(life) : Math.floor(this.clock.seconds);
    this.events.push(event(eventNames[life.type][what], life.document, { created }));
  }
}
