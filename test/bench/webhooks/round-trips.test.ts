import { expect, test } from "vitest";
import { documentOf } from "@/bench/support/documents";
import { type Delivery, eventSource } from "@/bench/support/events";
import { person } from "@/bench/support/people";
import { seedCustomers } from "@/bench/support/seed";
import { SECRET, sign } from "@/bench/support/signing";
import { layWire } from "@/bench/support/wire";
import { handlers } from "@/lib/billing/on";
import { receive } from "@/lib/stripe/webhooks/receive";
import { event, now } from "@/test/lib/stripe/support/events";
import { useTestDatabase } from "@/test/support/use-database";

const database = useTestDatabase();

/** What events carry that have a reaction. */
const carried: Readonly<Record<string, (n: number) => object>> = {
  "customer.subscription": (n) => ({
    ...documentOf("subscription", person(1), ""),
    id: `sub_${n}`,
    trial_start: 1,
    canceled_at: n,
    cancel_at: n,
  }),
  "checkout.session": (n) => ({ id: `cs_${n}`, object: "checkout.session", metadata: { slot: "none" } }),
  payment_intent: (n) => ({
    ...documentOf("payment_intent", person(1), `${n}`),
    metadata: { purchase: "none" },
  }),
  "charge.refunded": (n) => documentOf("charge", person(1), `${n}`),
  invoice: (n) => ({ ...documentOf("invoice", person(1), `${n}`), billing_reason: "subscription_cycle" }),
};

test("an event takes two round trips to the database at the most, whatever the product does about it", async () => {
  await seedCustomers(database.url, 5);
  const wire = await layWire(database.url);
  process.env.DATABASE_URL = wire.url;
  const usual = new Map<string, number>();
  const reacting = new Map<string, number>();
  const deliverIt = async (type: string, { body, signature }: Delivery, counted: Map<string, number>) => {
    const before = wire.traffic.roundTrips;
    const headers = { "stripe-signature": signature };
    const request = new Request("http://localhost/", { method: "POST", headers, body });
    const endpoint = { id: "bench", secrets: [SECRET] };
    expect((await receive(request, { handlers }, endpoint)).status, type).toBe(200);
    const taken = wire.traffic.roundTrips - before;
    counted.set(type, Math.min(taken, counted.get(type) ?? taken));
  };
  // Cards, disputes and refunds are always fetched, and with a customer's end what they were entitled to.
  const fetched = [
    "customer.deleted",
    "payment_method.attached",
    "charge.dispute.closed",
    "refund.created",
    "refund.updated",
    "refund.failed",
  ];
  const types = [...new Set(handlers.flatMap(({ types }) => types))].filter(
    (type) => !fetched.includes(type),
  );
  // One source for all of it: two would date an object's changes the same second.
  const next = eventSource(5);
  // What counts is the least: a connection prepares a statement when it is first given it, and an event may find the one before it busy
  // still and be given another.
  for (let n = 1; n <= 3; n++) {
    for (const delivery of next(5)) await deliverIt(JSON.parse(delivery.body).type, delivery, usual);
    for (const type of types) {
      const [, object] = Object.entries(carried).find(([name]) => type.startsWith(name)) ?? [];
      if (!object) throw new Error(`There is no object for ${type}.`);
      const body = JSON.stringify(event(type, object(n * 1000 + types.indexOf(type))));
      await deliverIt(type, { body, signature: sign(body, now()) }, reacting);
    }
  }
  wire.close();
  expect([usual.get("customer.updated"), usual.get("charge.succeeded")]).toEqual([1, 1]);
  expect(Object.fromEntries(reacting)).toEqual(Object.fromEntries(types.map((type) => [type, 2])));
});
