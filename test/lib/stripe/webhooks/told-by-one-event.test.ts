import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { entitlementSummaries } from "@/db/schema/stripe/entitlements";
import { stripe } from "@/lib/stripe/client";
import { catchUp } from "@/lib/stripe/webhooks/catch-up";
import { type StartedEmulator, startEmulator } from "@/test/emulator/support/start-emulator";
import { useTestDatabase } from "@/test/support/use-database";

useTestDatabase();
let standIn: StartedEmulator;

beforeAll(async () => {
  standIn = await startEmulator();
  process.env.STRIPE_EMULATOR_URL = standIn.origin;
});
afterAll(() => standIn.stop());

test("what somebody was entitled to is gone with them, also where nothing was left of it and so no event tells", async () => {
  const customer = await subscribeToFeature();
  await catchUp({ handlers: [] });
  expect(await summaryOf(customer)).toMatchObject({ deletedAt: null });
  const { data } = await stripe().subscriptions.list({ customer });
  for (const { id } of data) await stripe().subscriptions.cancel(id);
  await catchUp({ handlers: [] });
  expect(await summaryOf(customer)).toMatchObject({
    deletedAt: null,
    data: { entitlements: { data: [] } },
  });
  await stripe().customers.del(customer);
  await catchUp({ handlers: [] });
  expect((await summaryOf(customer))?.deletedAt).toBeInstanceOf(Date);
});

/** A customer who pays for a product with a feature. */
async function subscribeToFeature(): Promise<string> {
  const feature = await stripe().entitlements.features.create({ name: "Essays", lookup_key: "essays" });
  const product = await stripe().products.create({ name: "Reader" });
  await stripe().products.createFeature(product.id, { entitlement_feature: feature.id });
  const recurring = { interval: "month" as const };
  const price = await stripe().prices.create({
    product: product.id,
    currency: "usd",
    unit_amount: 900,
    recurring,
  });
  const { id: customer } = await stripe().customers.create({ email: "ada@example.com" });
  const { id: card } = await stripe().paymentMethods.attach("pm_card_visa", { customer });
  await stripe().subscriptions.create({
    customer,
    default_payment_method: card,
    items: [{ price: price.id }],
  });
  return customer;
}

async function summaryOf(customer: string) {
  const [row] = await db.select().from(entitlementSummaries).where(eq(entitlementSummaries.id, customer));
  return row;
}
