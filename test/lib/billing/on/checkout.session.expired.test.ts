import { expect, test } from "vitest";
import { fillSlot, reserveSlot } from "@/lib/billing/checkout/slots";
import { handlers } from "@/lib/billing/on";
import { receive } from "@/lib/stripe/webhooks/receive";
import { delivery, event, newId } from "@/test/lib/stripe/support/events";
import { useFakeStripe } from "@/test/lib/stripe/support/fake-stripe";
import { useTestDatabase } from "@/test/support/use-database";
import { aPerson } from "../support/people";
import { slotsOf } from "../support/slots";

useTestDatabase();
useFakeStripe();

/** Stripe's word that a page of its own has expired. */
async function expire(metadata: object): Promise<number> {
  const session = { id: newId("cs_test"), object: "checkout.session", status: "expired", metadata };
  return (await receive(delivery(event("checkout.session.expired", session)), { handlers })).status;
}

test("the place that an expired page was made for is free again", async () => {
  const userId = await aPerson();
  const { id } = await reserveSlot(userId, "price_1", "-");
  expect(await expire({ slot: id })).toBe(200);
  expect(await slotsOf(userId)).toMatchObject([{ released: true }]);
});

test("a place in which a subscription lives stays taken, and what names no place frees none", async () => {
  const userId = await aPerson();
  const { id } = await reserveSlot(userId, "price_1", "-");
  expect([await expire({}), await expire({ slot: "'; --" })]).toEqual([200, 200]);
  expect(await slotsOf(userId)).toMatchObject([{ released: false }]);
  await fillSlot(id, newId("sub"));
  expect(await expire({ slot: id })).toBe(200);
  expect(await slotsOf(userId)).toMatchObject([{ released: false }]);
});
