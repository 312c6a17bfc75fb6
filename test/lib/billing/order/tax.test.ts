import { afterEach, beforeAll, expect, test } from "vitest";
import { startCheckout } from "@/lib/billing/checkout/start-checkout";
import type { BillingConfig } from "@/lib/billing/config";
import { configured } from "@/lib/billing/configured";
import { ensureCustomer } from "@/lib/billing/ensure-customer";
import { orderOf } from "@/lib/billing/order/order";
import { showOrder } from "@/lib/billing/order/show";
import { priceFor } from "@/lib/billing/queries/price";
import { stripe } from "@/lib/stripe/client";
import { useTestDatabase } from "@/test/support/use-database";
import { aPerson } from "../support/people";
import { openShop, pay, subscriptionsOf } from "../support/shop";
import { useStandIn } from "../support/stand-in";

useTestDatabase();
useStandIn();
beforeAll(openShop);
afterEach(() => {
  Reflect.deleteProperty(configured, "tax");
});

function configureTax(value: NonNullable<BillingConfig<string>["tax"]>): void {
  Object.defineProperty(configured, "tax", { value, configurable: true });
}

async function shown(userId: string, code = "") {
  const answer = await priceFor("studio_monthly");
  if (answer.found !== "for_sale") throw new Error(answer.found);
  return showOrder(userId, answer.price, { ...orderOf("studio_monthly"), code });
}

test("a fixed rate is shown before it is paid, and is what is charged", async () => {
  const rate = await stripe().taxRates.create({ display_name: "VAT", percentage: 20, inclusive: false });
  configureTax({ rates: [rate.id] });
  const userId = await aPerson();
  expect(await shown(userId)).toMatchObject({
    quote: { subtotal: 1900, tax: 380, first: 2280, later: 2280 },
  });
  expect(await shown(userId, "WELCOME")).toMatchObject({
    quote: { subtotal: 1900, off: 380, tax: 304, first: 1824, later: 2280 },
  });
  const begun = await startCheckout({ userId, order: orderOf("studio_monthly") });
  expect(begun).toMatchObject({ outcome: "ready", amount: 2280 });
  if (begun.outcome !== "ready") return;
  await pay(begun.clientSecret);
  const { id: customer } = await ensureCustomer(userId);
  expect(await subscriptionsOf(customer)).toMatchObject([{ default_tax_rates: [{ id: rate.id }] }]);
});

test("a rate that the price holds already adds nothing", async () => {
  const rate = await stripe().taxRates.create({ display_name: "VAT", percentage: 20, inclusive: true });
  configureTax({ rates: [rate.id] });
  expect(await shown(await aPerson())).toMatchObject({ quote: { tax: 0, first: 1900 } });
});

test("taxes by place ask for the address first, and are then Stripe's to work out", async () => {
  configureTax({ automatic: true });
  const userId = await aPerson();
  expect(await shown(userId)).toEqual({ outcome: "address_needed" });
  const order = orderOf("studio_monthly");
  expect(await startCheckout({ userId, order })).toEqual({ outcome: "address_needed" });
  const { id: customer } = await ensureCustomer(userId);
  expect(await subscriptionsOf(customer)).toEqual([]);
  await stripe().customers.update(customer, { address: { country: "DE", postal_code: "10115" } });
  expect(await shown(userId)).toMatchObject({ quote: { tax: 0, first: 1900 } });
  expect(await startCheckout({ userId, order })).toMatchObject({ outcome: "ready", amount: 1900 });
  expect(await subscriptionsOf(customer)).toMatchObject([{ automatic_tax: { enabled: true } }]);
});
