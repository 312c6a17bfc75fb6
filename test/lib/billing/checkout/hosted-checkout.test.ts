import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { users } from "@/db/schema/identity";
import { accessFor } from "@/lib/billing/access";
import { settleSession } from "@/lib/billing/checkout/settle-session";
import { startCheckout } from "@/lib/billing/checkout/start-checkout";
import { startHostedCheckout } from "@/lib/billing/checkout/start-hosted-checkout";
import { ensureCustomer } from "@/lib/billing/ensure-customer";
import { jobs } from "@/lib/billing/jobs";
import { handlers } from "@/lib/billing/on";
import { orderOf } from "@/lib/billing/order/order";
import { env } from "@/lib/env";
import { stripe } from "@/lib/stripe/client";
import { catchUp } from "@/lib/stripe/webhooks/catch-up";
import { useWorkers } from "@/test/lib/jobs/support/worker";
import { eventually } from "@/test/support/eventually";
import { useTestDatabase } from "@/test/support/use-database";
import { aPerson, userOf } from "../support/people";
import { begin, openShop, pay, subscriptionsOf } from "../support/shop";
import { slotsOf } from "../support/slots";
import { useStandIn } from "../support/stand-in";

const start = useWorkers(useTestDatabase());
useStandIn();
beforeAll(openShop);

const studio = orderOf("studio_monthly");

async function aBuyer() {
  const userId = await aPerson();
  return { userId, customer: (await ensureCustomer(userId)).id };
}

/** Begins a purchase on Stripe's page. Returns the session's id. */
async function beginThere(userId: string, order = studio): Promise<string> {
  const begun = await startHostedCheckout({ userId, order });
  if (begun.outcome !== "elsewhere") throw new Error(`The purchase is ${begun.outcome}.`);
  return /cs_\w+/.exec(begun.url)?.[0] ?? "";
}

/** Presses the button of Stripe's page. */
async function payThere(session: string, fields: Record<string, string> = {}): Promise<number> {
  const answer = await fetch(`${env().STRIPE_EMULATOR_URL}/checkout/${session}`, {
    method: "POST",
    body: new URLSearchParams({ do: "confirm", payment_method: "pm_card_visa", ...fields }),
    redirect: "manual",
  });
  return answer.status;
}

const live = async (customer: string) =>
  (await subscriptionsOf(customer)).filter(
    ({ status }) => !["canceled", "incomplete_expired"].includes(status),
  );
const charges = async (customer: string) =>
  (await stripe().charges.list({ customer })).data.filter(({ status }) => status === "succeeded");

test("a purchase on Stripe's page ends as one in ours, before any webhook", async () => {
  const { userId, customer } = await aBuyer();
  const session = await beginThere(userId);
  expect(await settleSession({ userId, session })).toEqual({ outcome: "open" });
  await payThere(session);
  expect(await settleSession({ userId, session })).toEqual({ outcome: "begun" });
  expect((await accessFor(userId)).can("workshops")).toBe(true);
  const [subscription] = await live(customer);
  expect(await slotsOf(userId)).toMatchObject([{ subscription: subscription?.id, released: false }]);
  expect(await startCheckout({ userId, order: studio })).toEqual({ outcome: "already_subscribed" });
  expect(await startHostedCheckout({ userId, order: studio })).toEqual({ outcome: "already_subscribed" });
  await stripe().subscriptions.cancel(subscription?.id ?? "");
  expect(await settleSession({ userId, session })).toEqual({ outcome: "ended" });
});

/** Two people's accounts of one address, each with Stripe's page of the plan that begins with free days. */
async function twoOfOneAddress() {
  const [one, two] = [await aBuyer(), await aBuyer()];
  const { email } = await userOf(one.userId);
  await db
    .update(users)
    .set({ email: email.replace("@", "+two@") })
    .where(eq(users.id, two.userId));
  const team = orderOf("team_monthly");
  const sessions = [await beginThere(one.userId, team), await beginThere(two.userId, team)] as const;
  return { one, two, sessions };
}

test("two accounts of one address that go to Stripe's page both have one trial between them", async () => {
  const { one, two, sessions } = await twoOfOneAddress();
  await payThere(sessions[0]);
  expect(await settleSession({ userId: one.userId, session: sessions[0] })).toEqual({ outcome: "begun" });
  await payThere(sessions[1], { payment_method: "pm_card_mastercard" });
  const second = { userId: two.userId, session: sessions[1] };
  expect(await settleSession(second)).toEqual({ outcome: "trial_taken" });
  expect(await live(two.customer)).toEqual([]);
  expect(await live(one.customer)).toMatchObject([{ status: "trialing" }]);
});

test("a trial of one who doesn't come back from Stripe's page is looked at by Stripe's word", async () => {
  const { one, two, sessions } = await twoOfOneAddress();
  await start({ jobs: jobs.filter(({ name }) => name === "keep-hosted-trial") });
  await payThere(sessions[0]);
  await catchUp({ handlers });
  await payThere(sessions[1], { payment_method: "pm_card_mastercard" });
  await catchUp({ handlers });
  await eventually(async () => expect(await live(two.customer)).toEqual([]));
  expect(await live(one.customer)).toMatchObject([{ status: "trialing" }]);
});

test("begun again, or from several tabs at once, it is the same page", async () => {
  const { userId } = await aBuyer();
  const sessions = await Promise.all([1, 2, 3].map(() => beginThere(userId)));
  expect(new Set([...sessions, await beginThere(userId)]).size).toBe(1);
});

test("somebody else's session is not found, nor what is no session's id", async () => {
  const [owner, other] = [await aBuyer(), await aBuyer()];
  const session = await beginThere(owner.userId);
  await payThere(session);
  for (const id of [session, "cs_test_nothing", "", "../customers"]) {
    expect(await settleSession({ userId: other.userId, session: id })).toEqual({ outcome: "not_found" });
  }
  expect((await accessFor(other.userId)).features).toEqual([]);
});

test("who pays here has Stripe's page closed, and who goes there has the payment here taken back", async () => {
  const { userId, customer } = await aBuyer();
  const session = await beginThere(userId);
  const clientSecret = await begin(userId);
  expect(await settleSession({ userId, session })).toEqual({ outcome: "expired" });
  expect(await payThere(session)).not.toBe(303);
  const second = await beginThere(userId);
  await pay(clientSecret).catch(() => {});
  await payThere(second);
  expect(await live(customer)).toMatchObject([{ status: "active" }]);
  expect(await charges(customer)).toHaveLength(1);
});

test("here and there at once are one subscription and one charge", async () => {
  const { userId, customer } = await aBuyer();
  const [here, there] = await Promise.all([
    startCheckout({ userId, order: studio }),
    startHostedCheckout({ userId, order: studio }),
  ]);
  await Promise.all([
    here.outcome === "ready" ? pay(here.clientSecret).catch(() => {}) : null,
    there.outcome === "elsewhere" ? payThere(/cs_\w+/.exec(there.url)?.[0] ?? "") : null,
  ]);
  expect(await live(customer)).toHaveLength(1);
  expect((await charges(customer)).length).toBeLessThanOrEqual(1);
});

test("a page that has expired gives its place back", async () => {
  const { userId } = await aBuyer();
  const session = await beginThere(userId);
  await stripe().checkout.sessions.expire(session);
  expect(await settleSession({ userId, session })).toEqual({ outcome: "expired" });
  expect(await beginThere(userId)).not.toBe(session);
});

test("codes, seats and trials are the page's too", async () => {
  const { userId, customer } = await aBuyer();
  const session = await beginThere(userId, { ...orderOf("team_monthly"), seats: "2", code: "WELCOME" });
  await payThere(session, { payment_method: "" });
  expect(await settleSession({ userId, session })).toEqual({ outcome: "begun" });
  expect(await live(customer)).toMatchObject([
    {
      status: "trialing",
      items: { data: expect.arrayContaining([expect.objectContaining({ quantity: 2 })]) },
      discounts: [expect.any(String)],
    },
  ]);
  const order = { ...studio, code: "NOSUCHCODE" };
  expect(await startHostedCheckout({ userId: (await aBuyer()).userId, order })).toMatchObject({
    outcome: "code_refused",
  });
});
