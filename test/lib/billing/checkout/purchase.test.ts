import { beforeAll, expect, test } from "vitest";
import { discardPurchase, purchaseOf } from "@/lib/billing/checkout/purchase";
import { releaseSlot, reserveSlot } from "@/lib/billing/checkout/slots";
import { ensureCustomer } from "@/lib/billing/ensure-customer";
import { agreeOn } from "@/lib/billing/order/agree";
import { orderOf } from "@/lib/billing/order/order";
import { nameOfTerms } from "@/lib/billing/order/terms";
import { useTestDatabase } from "@/test/support/use-database";
import { aPerson } from "../support/people";
import { begin, openShop, pay, subscriptionsOf } from "../support/shop";
import { useStandIn } from "../support/stand-in";

useTestDatabase();
useStandIn();
beforeAll(openShop);

async function aReservation() {
  const userId = await aPerson();
  const { id: customer } = await ensureCustomer(userId);
  const agreed = await agreeOn(userId, orderOf("reader_monthly"));
  if (agreed.outcome !== "agreed") throw new Error(agreed.outcome);
  const { terms } = agreed;
  const slot = await reserveSlot(userId, terms.price.id, nameOfTerms(terms));
  return { userId, customer, bargain: { terms, card: null }, slot };
}

test("processes that fill the same slot at once make one subscription at Stripe", async () => {
  const { customer, bargain, slot } = await aReservation();
  const made = await Promise.all(Array.from({ length: 4 }, () => purchaseOf(slot, customer, bargain)));
  expect(new Set(made.map((purchase) => purchase?.subscription.id)).size).toBe(1);
  expect(await subscriptionsOf(customer)).toHaveLength(1);
});

test("a slot released meanwhile by another tab leaves no unpaid subscription behind", async () => {
  const { customer, bargain, slot } = await aReservation();
  await releaseSlot(slot.id);
  expect(await purchaseOf(slot, customer, bargain)).toBeNull();
  expect((await subscriptionsOf(customer)).some(({ status }) => status === "incomplete")).toBe(false);
});

test("a purchase that was paid at the last moment isn't taken back", async () => {
  const userId = await aPerson();
  await pay(await begin(userId));
  const [paid] = await subscriptionsOf((await ensureCustomer(userId)).id);
  if (!paid) throw new Error("no subscription");
  expect(await discardPurchase(paid)).toBe(false);
  expect(await subscriptionsOf((await ensureCustomer(userId)).id)).toMatchObject([{ status: "active" }]);
});
