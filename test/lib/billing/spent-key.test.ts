import { beforeAll, expect, test, vi } from "vitest";
import { startHostedCheckout } from "@/lib/billing/checkout/start-hosted-checkout";
import { ensureCustomer } from "@/lib/billing/ensure-customer";
import { idOf } from "@/lib/billing/ids";
import { beginItem } from "@/lib/billing/items/begin-item";
import { orderOf } from "@/lib/billing/order/order";
import { orTrouble } from "@/lib/billing/trouble";
import { stripe } from "@/lib/stripe/client";
import { mirrorFetched } from "@/lib/stripe/mirror/mirror";
import { useTestDatabase } from "@/test/support/use-database";
import { letFail } from "./support/faults";
import { aPerson } from "./support/people";
import { begin, openShop, priceNamed, subscriptionsOf } from "./support/shop";
import { useStandIn } from "./support/stand-in";

useTestDatabase();
useStandIn();
beforeAll(openShop);

const studio = orderOf("studio_monthly");

/** Does it while Stripe has a failure of its own at the first request to `path`, which it repeats under that request's key. */
async function meetFailure(path: string, work: () => Promise<{ outcome: string }>) {
  const log = vi.spyOn(console, "error").mockImplementation(() => {});
  await letFail("POST", path);
  const met = await orTrouble(work);
  log.mockRestore();
  expect(met).toMatchObject({ outcome: "trouble", kind: "stripe_away" });
}

test("a customer whose making failed at Stripe is made at once under another key, and once", async () => {
  const userId = await aPerson();
  await letFail("POST", "/v1/customers");
  const made = await Promise.all([ensureCustomer(userId), ensureCustomer(userId)]);
  expect(new Set(made.map(({ id }) => id)).size).toBe(1);
  expect((await ensureCustomer(userId)).id).toBe(made[0].id);
});

test("after a failure of Stripe's own the next try goes through: to its page, for an item, and for a plan", async () => {
  const userId = await aPerson();
  const { id: customer } = await ensureCustomer(userId);
  const elsewhere = () => startHostedCheckout({ userId, order: studio });
  await meetFailure("/v1/checkout/sessions", elsewhere);
  expect(await elsewhere()).toMatchObject({ outcome: "elsewhere" });
  expect((await stripe().checkout.sessions.list({ customer, status: "open" })).data).toHaveLength(1);

  const once = () => beginItem({ userId, item: "handbook" });
  await meetFailure("/v1/payment_intents", once);
  expect(await once()).toMatchObject({ outcome: "ready", amount: 2900 });

  await meetFailure("/v1/subscriptions", async () => ({ outcome: await begin(userId) }));
  await begin(userId);
  expect(await subscriptionsOf(customer)).toHaveLength(1);
});

test("Stripe's page made before what is counted got another price is closed, and one with that price made", async () => {
  const userId = await aPerson();
  const { id: customer } = await ensureCustomer(userId);
  const first = await startHostedCheckout({ userId, order: studio });
  await raiseUse();
  const second = await startHostedCheckout({ userId, order: studio });
  expect([first, second]).toMatchObject([{ outcome: "elsewhere" }, { outcome: "elsewhere" }]);
  expect(second).not.toEqual(first);
  expect((await stripe().checkout.sessions.list({ customer, status: "open" })).data).toHaveLength(1);
});

/** Gives what is counted another price, as `npm run stripe:setup` does. */
async function raiseUse(): Promise<void> {
  const lookup_key = "api_calls_monthly";
  const { id: old, product, recurring } = await priceNamed(lookup_key);
  const { id } = await stripe().prices.create({
    ...{
      product: idOf(product) ?? "",
      currency: "usd",
      unit_amount: 2,
      lookup_key,
      transfer_lookup_key: true,
    },
    recurring: { interval: "month", usage_type: "metered", meter: recurring?.meter ?? "" },
  });
  await mirrorFetched("price", id);
  await mirrorFetched("price", old);
}
