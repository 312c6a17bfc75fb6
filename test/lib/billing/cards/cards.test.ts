import Stripe from "stripe";
import { beforeAll, expect, test } from "vitest";
import { beginCard } from "@/lib/billing/cards/begin-card";
import { makeCardDefault } from "@/lib/billing/cards/make-card-default";
import { removeCard } from "@/lib/billing/cards/remove-card";
import { settleCard } from "@/lib/billing/cards/settle-card";
import { setupIdOf } from "@/lib/billing/ids";
import { cardsOf } from "@/lib/billing/queries/cards";
import { stripe } from "@/lib/stripe/client";
import { useTestDatabase } from "@/test/support/use-database";
import { aPerson } from "../support/people";
import { openShop } from "../support/shop";
import { useStandIn } from "../support/stand-in";
import { anotherCard, aSubscriber } from "../support/subscribers";

useTestDatabase();
useStandIn();
beforeAll(openShop);

/** Confirms as the browser would. */
async function confirm(clientSecret: string, card = "pm_card_mastercard") {
  const return_url = "http://localhost:3000/account/cards/added";
  await stripe()
    .setupIntents.confirm(setupIdOf(clientSecret) ?? "", { payment_method: card, return_url })
    .catch((error: unknown) => {
      if (!(error instanceof Stripe.errors.StripeCardError)) throw error;
    });
}

const payingCardOf = async (subscription: string) =>
  (await stripe().subscriptions.retrieve(subscription)).default_payment_method;

test("the card a plan was bought with is listed, and pays", async () => {
  const { userId } = await aSubscriber();
  expect(await cardsOf(userId)).toMatchObject([
    { brand: "visa", last4: "4242", pays: true, expires: { month: expect.any(Number) } },
  ]);
  expect(await cardsOf(await aPerson())).toEqual([]);
});

test("a card that is added pays from then on where that was wished, once", async () => {
  const { userId, subscription } = await aSubscriber();
  const clientSecret = await beginCard({ userId, toPay: true });
  await confirm(clientSecret);
  expect(await settleCard({ userId, clientSecret })).toEqual({ outcome: "card_added" });
  const [added, first] = await cardsOf(userId);
  expect([added?.brand, added?.pays, first?.pays]).toEqual(["mastercard", true, false]);
  expect(await payingCardOf(subscription)).toBe(added?.id);

  await makeCardDefault({ userId, card: first?.id ?? "" });
  expect(await settleCard({ userId, clientSecret })).toEqual({ outcome: "card_added" });
  expect(await payingCardOf(subscription)).toBe(first?.id);
});

test("a card that is added without that wish leaves the paying one as it is", async () => {
  const { userId, subscription } = await aSubscriber();
  const before = await payingCardOf(subscription);
  const clientSecret = await beginCard({ userId, toPay: false });
  await confirm(clientSecret);
  await settleCard({ userId, clientSecret });
  expect(await cardsOf(userId)).toHaveLength(2);
  expect(await payingCardOf(subscription)).toBe(before);
});

test("somebody who has bought nothing can save a card, which pays for what comes", async () => {
  const userId = await aPerson();
  const clientSecret = await beginCard({ userId, toPay: true });
  await confirm(clientSecret, "pm_card_visa");
  await settleCard({ userId, clientSecret });
  expect(await cardsOf(userId)).toMatchObject([{ brand: "visa", pays: true }]);
});

test("a card the bank refuses, or still asks about, is not saved", async () => {
  const userId = await aPerson();
  const refused = await beginCard({ userId, toPay: true });
  await confirm(refused, "pm_card_visa_chargeDeclined");
  expect(await settleCard({ userId, clientSecret: refused })).toEqual({ outcome: "card_refused" });
  const asked = await beginCard({ userId, toPay: true });
  await confirm(asked, "pm_card_authenticationRequired");
  expect(await settleCard({ userId, clientSecret: asked })).toEqual({ outcome: "card_refused" });
  expect(await cardsOf(userId)).toEqual([]);
});

test("somebody else's secret is not found, nor one that was changed", async () => {
  const [owner, other] = [await aSubscriber(), await aSubscriber()];
  const clientSecret = await beginCard({ userId: owner.userId, toPay: true });
  await confirm(clientSecret);
  const notFound = { outcome: "card_not_found" };
  expect(await settleCard({ userId: other.userId, clientSecret })).toEqual(notFound);
  for (const changed of ["", `${clientSecret}x`, "seti_1_secret_2", "pi_1_secret_2"]) {
    expect(await settleCard({ userId: owner.userId, clientSecret: changed })).toEqual(notFound);
  }
  expect(await payingCardOf(other.subscription)).not.toBeNull();
  expect(await cardsOf(other.userId)).toHaveLength(1);
});

test("another saved card can be let pay, and the first one removed then", async () => {
  const { userId, customer, subscription } = await aSubscriber();
  const [visa] = await cardsOf(userId);
  const card = await anotherCard(customer);
  expect(await makeCardDefault({ userId, card })).toEqual({ outcome: "card_default" });
  expect(await makeCardDefault({ userId, card })).toEqual({ outcome: "card_default" });
  expect(await payingCardOf(subscription)).toBe(card);
  expect(await stripe().customers.retrieve(customer)).toMatchObject({
    invoice_settings: { default_payment_method: card },
  });
  expect(await removeCard({ userId, card: visa?.id ?? "" })).toEqual({ outcome: "card_removed" });
  expect(await cardsOf(userId)).toMatchObject([{ id: card, pays: true }]);
  expect(await removeCard({ userId, card: visa?.id ?? "" })).toEqual({ outcome: "card_not_found" });
});

test("neither the card that pays for a running plan nor its last one can be removed", async () => {
  const { userId, customer, subscription } = await aSubscriber();
  const [visa] = await cardsOf(userId);
  expect(await removeCard({ userId, card: visa?.id ?? "" })).toEqual({ outcome: "card_needed" });
  const other = await anotherCard(customer);
  expect(await removeCard({ userId, card: visa?.id ?? "" })).toEqual({ outcome: "card_needed" });
  expect(await removeCard({ userId, card: other })).toEqual({ outcome: "card_removed" });
  await stripe().subscriptions.update(subscription, { default_payment_method: "" });
  expect(await removeCard({ userId, card: visa?.id ?? "" })).toEqual({ outcome: "card_needed" });
  expect(await cardsOf(userId)).toHaveLength(1);
});

test("once the plan has ended, the last card can go", async () => {
  const { userId, subscription } = await aSubscriber();
  await stripe().subscriptions.cancel(subscription);
  const [visa] = await cardsOf(userId);
  expect(await removeCard({ userId, card: visa?.id ?? "" })).toEqual({ outcome: "card_removed" });
  expect(await cardsOf(userId)).toEqual([]);
});

test("somebody else's card is not found, whatever is to be done with it", async () => {
  const [owner, other] = [await aSubscriber(), await aSubscriber()];
  const card = await anotherCard(owner.customer);
  const notFound = { outcome: "card_not_found" };
  expect(await removeCard({ userId: other.userId, card })).toEqual(notFound);
  expect(await makeCardDefault({ userId: other.userId, card })).toEqual(notFound);
  expect(await makeCardDefault({ userId: await aPerson(), card })).toEqual(notFound);
  for (const id of ["", "pm_doesnotexist", "pm_1/../../customers", "cus_1", "pm_card_visa"]) {
    expect(await removeCard({ userId: owner.userId, card: id })).toEqual(notFound);
  }
  expect(await cardsOf(owner.userId)).toHaveLength(2);
});
