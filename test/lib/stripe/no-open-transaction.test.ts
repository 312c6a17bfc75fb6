import { beforeEach, expect, test, vi } from "vitest";
import { db } from "@/db/client";
import type { Document } from "@/db/schema/stripe/mirror-table";
import { reconcile } from "@/lib/stripe/reconcile/reconcile";
import { syncMirror } from "@/lib/stripe/sync/sync";
import { catchUp } from "@/lib/stripe/webhooks/catch-up";
import { on } from "@/lib/stripe/webhooks/on";
import { receive } from "@/lib/stripe/webhooks/receive";
import { useTestDatabase } from "@/test/support/use-database";
import { delivery, event } from "./support/events";
import { pageOf } from "./support/fake-lists";
import { useFakeStripe } from "./support/fake-stripe";

// A request takes as long as Stripe likes, and a transaction that waits for it keeps others from its rows.

useTestDatabase();
const stripe = useFakeStripe();
const handlers = [on("customer.subscription.updated", async ({ tx }) => void (await tx.execute("select 1")))];
const object = { id: "sub_1", object: "subscription", customer: "cus_1", status: "active", items: cut() };
const oldVersion = { api_version: "2019-01-01" };
const open: unknown[] = [];
let asked = 0;

function cut() {
  return { object: "list", data: [{ id: "si_1" }], has_more: true, url: "/v1/subscription_items" };
}

beforeEach(() => {
  // An old version is told of there.
  vi.spyOn(console, "warn").mockImplementation(() => {});
  open.length = 0;
  asked = 0;
  const lists = new Map<string, Document[]>([
    ["/v1/subscriptions", [object]],
    ["/v1/subscription_items", [{ id: "si_1" }, { id: "si_2" }]],
    ["/v1/events", [{ ...event("customer.subscription.updated", object, oldVersion) }]],
  ]);
  stripe.answers(async (path, query) => {
    asked += 1;
    open.push(
      ...(await db.execute(
        "select query from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'",
      )),
    );
    return path === "/v1/subscriptions/sub_1" ? { body: object } : pageOf(lists, path, query);
  });
});

test.each<[string, () => Promise<unknown>]>([
  [
    "an event whose object has to be fetched",
    async () => {
      const sent = delivery(event("customer.subscription.updated", object, oldVersion));
      expect((await receive(sent, { handlers })).status).toBe(200);
    },
  ],
  ["a copy of all that Stripe holds", () => syncMirror({ full: true })],
  ["a reading of Stripe's events", () => catchUp({ handlers })],
  ["a comparison with repairs", () => reconcile({ fix: true, grace: 0 })],
])("%s asks Stripe nothing while a transaction is open", async (_, work) => {
  await work();
  expect(asked).toBeGreaterThan(1);
  expect(open).toEqual([]);
});
