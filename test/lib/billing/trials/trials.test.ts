import { eq } from "drizzle-orm";
import { beforeAll, expect, test, vi } from "vitest";
import { db } from "@/db/client";
import { runPrepared, type Statement } from "@/db/prepared";
import { users } from "@/db/schema/identity";
import { sealConfirmation } from "@/lib/auth/confirmation/link";
import { accessFor } from "@/lib/billing/access";
import { settleTrialCard } from "@/lib/billing/checkout/settle-trial-card";
import { startCheckout } from "@/lib/billing/checkout/start-checkout";
import { ensureCustomer } from "@/lib/billing/ensure-customer";
import { setupIdOf } from "@/lib/billing/ids";
import endRepeatedTrial from "@/lib/billing/jobs/end-repeated-trial";
import { orderOf } from "@/lib/billing/order/order";
import { termsOf } from "@/lib/billing/order/terms";
import { planOf } from "@/lib/billing/plan/plan-of";
import { priceFor } from "@/lib/billing/queries/price";
import { subscriptionOf } from "@/lib/billing/queries/subscription-of";
import { confirmOwnAddress } from "@/lib/billing/trials/confirm-own-address";
import { hasTried } from "@/lib/billing/trials/has-tried";
import { noteTrial } from "@/lib/billing/trials/note-trial";
import { trialStanding } from "@/lib/billing/trials/trial-standing";
import { endingRepeatedTrials, notingTrialsOfCard } from "@/lib/billing/trials/trials-of-card";
import { stripe } from "@/lib/stripe/client";
import { mirrorFetched } from "@/lib/stripe/mirror/mirror";
import { useTestDatabase } from "@/test/support/use-database";
import { aPerson, userOf } from "../support/people";
import { openShop, priceNamed, subscriptionsOf } from "../support/shop";
import { useStandIn } from "../support/stand-in";
import { anotherCard, aSubscriber, letTimePass } from "../support/subscribers";

useTestDatabase();
useStandIn();
beforeAll(openShop);

const team = { ...orderOf("team_monthly"), seats: "3" };

async function aTrial(userId = "") {
  const person = userId || (await aPerson());
  const { id: customer } = await ensureCustomer(person);
  expect(await startCheckout({ userId: person, order: team })).toEqual({ outcome: "started" });
  const own = await subscriptionOf(person);
  if (!own) throw new Error("no trial");
  return { userId: person, customer, subscription: own.id };
}

/** The link that confirms a person's address. */
const linkOf = async (userId: string) =>
  sealConfirmation({ userId, email: (await userOf(userId)).email }, Math.floor(Date.now() / 1000) + 60);

const run = ({ text, parameters }: Statement) => runPrepared<{ subscription: string }>(db, text, parameters);
const repeatedTrials = async (card: string) =>
  (await run(endingRepeatedTrials(card))).map(({ subscription }) => subscription);

/** Runs with the plan's trial asking for a card first. */
async function withCardRequired<T>(work: () => Promise<T>): Promise<T> {
  const trial = planOf("gatehouse_team")?.trial;
  if (!trial) throw new Error("team has no trial");
  const asked = vi.spyOn(trial, "card", "get");
  asked.mockReturnValue("required");
  return work().finally(() => asked.mockRestore());
}

test("a trial begins without a card, for as many seats as were asked for, and opens the plan", async () => {
  const { userId, customer } = await aTrial();
  expect((await accessFor(userId)).features[0]).toMatchObject({ reason: "trial" });
  const [subscription] = await subscriptionsOf(customer);
  expect(subscription).toMatchObject({
    status: "trialing",
    items: { data: expect.arrayContaining([expect.objectContaining({ quantity: 3 })]) },
    trial_settings: { end_behavior: { missing_payment_method: "cancel" } },
  });
  expect(subscription?.trial_end).toBe((subscription?.trial_start ?? 0) + 14 * 86_400);
});

test("without a card the trial ends by itself, and no other follows it", async () => {
  const { userId, customer } = await aTrial();
  await letTimePass(15);
  expect(await subscriptionsOf(customer)).toMatchObject([{ status: "canceled" }]);
  expect(await startCheckout({ userId, order: team })).toMatchObject({ outcome: "ready", amount: 14_700 });
});

test("pressed twice at once it is one trial", async () => {
  const userId = await aPerson();
  const { id: customer } = await ensureCustomer(userId);
  const both = await Promise.all([1, 2].map(() => startCheckout({ userId, order: team })));
  expect(both.map(({ outcome }) => outcome).sort()).toEqual(["already_subscribed", "started"]);
  expect(await subscriptionsOf(customer)).toHaveLength(1);
});

test("another account of the same address, spelled otherwise, gets none", async () => {
  const { userId } = await aTrial();
  const [first] = await db.select({ email: users.email }).from(users).where(eq(users.id, userId));
  const [name, domain] = (first?.email ?? "").split("@");
  const again = await aPerson();
  await db
    .update(users)
    .set({ email: `${name?.toUpperCase()}+again@${domain}` })
    .where(eq(users.id, again));
  expect(await hasTried(again)).toBe(true);
  expect(await startCheckout({ userId: again, order: team })).toMatchObject({ outcome: "ready" });
  expect(await hasTried(await aPerson())).toBe(false);
});

test("free days wait for the address to be confirmed; without them the plan is bought at once", async () => {
  const userId = await aPerson({ confirmed: false });
  const answer = await priceFor("team_monthly");
  if (answer.found !== "for_sale") throw new Error(answer.found);
  const agreed = () => termsOf(userId, answer.price, team, null);
  expect(await agreed()).toMatchObject({ terms: { trial: null }, unconfirmed: { days: 14 }, tried: false });
  const begun = await startCheckout({ userId, order: team });
  expect(begun).toMatchObject({ outcome: "ready", amount: 14_700 });
  await confirmOwnAddress(await linkOf(userId));
  expect(await agreed()).toMatchObject({ terms: { trial: { days: 14 } }, unconfirmed: null });
  expect(await startCheckout({ userId, order: team })).toEqual({ outcome: "started" });
});

test("an address that isn't confirmed neither has had a trial nor uses up its owner's", async () => {
  const { userId } = await aTrial();
  const again = await aPerson({ confirmed: false });
  const { email } = await userOf(userId);
  await db
    .update(users)
    .set({ email: email.replace("@", "+b@") })
    .where(eq(users.id, again));
  expect(await trialStanding(again)).toBe("unconfirmed");
  await confirmOwnAddress(await linkOf(again));
  expect(await trialStanding(again)).toBe("tried");

  const pretender = await aPerson({ confirmed: false });
  const owner = await aPerson();
  await db
    .update(users)
    .set({ email: (await userOf(owner)).email.replace("@", "+c@") })
    .where(eq(users.id, pretender));
  const { id: customer } = await ensureCustomer(pretender);
  const { id: price } = await priceNamed("team_monthly");
  const made = await stripe().subscriptions.create({ customer, items: [{ price }], trial_period_days: 5 });
  await mirrorFetched("subscription", made.id);
  await noteTrial(db, made.id);
  expect(await trialStanding(pretender)).toBe("tried");
  expect(await trialStanding(owner)).toBe("open");
  await confirmOwnAddress(await linkOf(pretender));
  expect(await trialStanding(owner)).toBe("tried");
});

test("of many links followed at once none waits for a connection that another holds", async () => {
  const people = await Promise.all(Array.from({ length: 12 }, () => aPerson({ confirmed: false })));
  const links = await Promise.all(people.map(linkOf));
  const confirmed = await Promise.all(links.map(confirmOwnAddress));
  expect(new Set(confirmed.map(({ state }) => state))).toEqual(new Set(["confirmed"]));
});

test("two accounts of one address that begin at once have one trial between them", async () => {
  const one = await aPerson();
  const two = await aPerson();
  await db
    .update(users)
    .set({ email: (await userOf(one)).email.replace("@", "+two@") })
    .where(eq(users.id, two));
  const both = await Promise.all([one, two].map((userId) => startCheckout({ userId, order: team })));
  const outcomes = both.map(({ outcome }) => outcome);
  expect(outcomes.filter((outcome) => outcome === "started")).toHaveLength(1);
  const loser = outcomes[0] === "started" ? two : one;
  const { id: customer } = await ensureCustomer(loser);
  expect((await subscriptionsOf(customer)).map(({ status }) => status)).not.toContain("trialing");
  expect((await accessFor(loser)).features).toEqual([]);
  expect(await startCheckout({ userId: loser, order: team })).toMatchObject({
    outcome: "ready",
    amount: 14_700,
  });
});

test("a trial whose card has been tried with is found, ended without a bill, and other cards aren't", async () => {
  const first = await aTrial();
  const card = await anotherCard(first.customer, "pm_card_visa");
  await run(notingTrialsOfCard(card));
  const second = await aTrial();
  expect(await repeatedTrials(await anotherCard(second.customer, "pm_card_mastercard"))).toEqual([]);
  const same = await anotherCard(second.customer, "pm_card_visa");
  expect(await repeatedTrials(same)).toEqual([second.subscription]);
  await endRepeatedTrial.run(
    { subscription: second.subscription },
    { attempt: 1, signal: AbortSignal.any([]) },
  );
  expect(await subscriptionsOf(second.customer)).toMatchObject([{ status: "canceled" }]);
  const { data } = await stripe().invoices.list({ customer: second.customer });
  expect(data.every(({ total }) => total === 0)).toBe(true);
  expect(await repeatedTrials(card)).toEqual([]);
});

test("the page that a card for a trial leads back to begins nothing once it has found another plan, even when that is over", async () => {
  await withCardRequired(async () => {
    const { userId, customer, subscription } = await aSubscriber("reader_monthly");
    await stripe().subscriptions.cancel(subscription);
    await mirrorFetched("subscription", subscription);
    const begun = await startCheckout({ userId, order: team });
    if (begun.outcome !== "card_first") throw new Error(begun.outcome);
    const { clientSecret } = begun;
    await stripe().setupIntents.confirm(setupIdOf(clientSecret) ?? "", { payment_method: "pm_card_diners" });
    const { id: price } = await priceNamed("reader_monthly");
    const other = await stripe().subscriptions.create({
      ...{ customer, items: [{ price }], default_payment_method: await anotherCard(customer) },
    });
    expect(await settleTrialCard({ userId, clientSecret })).toEqual({ outcome: "already_subscribed" });
    await stripe().subscriptions.cancel(other.id);
    expect(await settleTrialCard({ userId, clientSecret })).toEqual({ outcome: "already_subscribed" });
    expect((await subscriptionsOf(customer)).map(({ status }) => status)).toEqual(["canceled", "canceled"]);
  });
});

test("a trial that asks for a card begins with it and not before; a card tried with before begins none", async () => {
  await withCardRequired(async () => {
    const save = async (userId: string, method: string) => {
      const begun = await startCheckout({ userId, order: team });
      if (begun.outcome !== "card_first") throw new Error(begun.outcome);
      await stripe().setupIntents.confirm(setupIdOf(begun.clientSecret) ?? "", { payment_method: method });
      return begun.clientSecret;
    };
    const [one, two] = [await aPerson(), await aPerson()];
    const clientSecret = await save(one, "pm_card_amex");
    expect((await accessFor(one)).features).toEqual([]);
    expect(await settleTrialCard({ userId: two, clientSecret })).toEqual({ outcome: "not_found" });
    expect(await settleTrialCard({ userId: one, clientSecret })).toEqual({ outcome: "started" });
    expect(await settleTrialCard({ userId: one, clientSecret })).toEqual({ outcome: "already_subscribed" });
    const [subscription] = await subscriptionsOf((await ensureCustomer(one)).id);
    expect(subscription?.default_payment_method).toBeTruthy();
    // The page that Stripe led back to, opened again when the trial is over.
    await stripe().subscriptions.cancel(subscription?.id ?? "");
    expect(await settleTrialCard({ userId: one, clientSecret })).toEqual({ outcome: "already_subscribed" });
    expect(await subscriptionsOf((await ensureCustomer(one)).id)).toHaveLength(1);

    const secret = await save(two, "pm_card_amex");
    expect(await settleTrialCard({ userId: two, clientSecret: secret })).toMatchObject({
      outcome: "card_tried",
    });
    expect(await subscriptionsOf((await ensureCustomer(two)).id)).toEqual([]);
    expect(await startCheckout({ userId: two, order: team })).toMatchObject({
      outcome: "ready",
      amount: 14_700,
    });
  });
});
