import { beforeEach, expect, test } from "vitest";
import { db } from "@/db/client";
import { paymentMethods } from "@/db/schema/stripe/people";
import { handlers } from "@/lib/billing/on";
import { refuse } from "@/lib/email/queries/refusals";
import { receive } from "@/lib/stripe/webhooks/receive";
import { makeDue, queued } from "@/test/lib/jobs/support/noting";
import { delivery, event, newId } from "@/test/lib/stripe/support/events";
import { useFakeStripe } from "@/test/lib/stripe/support/fake-stripe";
import { eventually } from "@/test/support/eventually";
import { useTestDatabase } from "@/test/support/use-database";
import { aPrice, aProduct, inDays } from "../support/mirrored";
import { aCustomer } from "../support/people";
import { mailTo, useMail } from "../support/told";

const database = useTestDatabase();
const stripe = useFakeStripe();
const { work } = useMail(database);

type Given = {
  trial_end?: number;
  status?: string;
  cancel_at_period_end?: boolean;
  card?: string | null;
  currency?: string;
  pause_collection?: object;
};
let price = { id: "", product: "" };
beforeEach(async () => {
  price = await aPrice(await aProduct({ name: "Studio" }));
});

/** Stripe's word, three days ahead, that a trial ends. */
function ending(customer: string, { card = null, ...given }: Given = {}) {
  const period = { current_period_start: inDays(-11), current_period_end: inDays(3) };
  return event("customer.subscription.trial_will_end", {
    ...{ id: newId("sub"), object: "subscription", customer, status: "trialing", created: inDays(-11) },
    ...{ cancel_at_period_end: false, cancel_at: null, canceled_at: null, trial_end: inDays(3) },
    ...{ default_payment_method: card, metadata: {}, latest_invoice: null },
    trial_settings: { end_behavior: { missing_payment_method: "cancel" } },
    items: { object: "list", has_more: false, data: [{ id: newId("si"), price, quantity: 2, ...period }] },
    ...given,
  });
}

async function aCard(customer: string): Promise<string> {
  const id = newId("pm");
  const card = { brand: "visa", last4: "4242", exp_month: 12, exp_year: 2040 };
  const asOf = { asOfFrom: new Date(), asOfTo: new Date() };
  await db
    .insert(paymentMethods)
    .values({ id, data: { id, object: "payment_method", type: "card", customer, card }, ...asOf });
  return id;
}

/** What Stripe counts for a trial's end. */
function charging(amount: number, currency = "usd") {
  const preview = {
    object: "invoice",
    amount_due: amount,
    total: amount,
    currency,
    total_discount_amounts: [],
  };
  stripe.has("/v1/invoices/create_preview", preview);
}

const tell = (sent: object) => receive(delivery(sent), { handlers });

test("who has a card is told what Stripe will take from it, once however often Stripe tells", async () => {
  const { userId, customer } = await aCustomer();
  charging(2142);
  const sent = ending(customer, { card: await aCard(customer) });
  for (const told of [sent, sent, { ...sent, id: newId("evt") }]) await tell(told);
  await work();
  const [mail, ...others] = await mailTo(userId);
  expect(others).toEqual([]);
  expect(mail?.subject).toMatch(/^Your trial of Studio ends on /);
  expect(mail?.text).toContain("$21.42 a month, is taken from your Visa ending in 4242");
  expect(mail?.unsubscribe).toMatch(/\/mail\/[^/]+\/stop$/);
});

test("who pays in another currency is told what is taken in that", async () => {
  const { userId, customer } = await aCustomer();
  price = await aPrice(await aProduct({ name: "Studio" }), {
    currency_options: { eur: { unit_amount: 800 } },
  });
  charging(1600, "eur");
  await tell(ending(customer, { card: await aCard(customer), currency: "eur" }));
  await work();
  const [mail] = await mailTo(userId);
  expect(mail?.text).toContain("€16.00 a month, is taken from your Visa ending in 4242");
});

test("while Stripe can't say what is taken the mail waits, and where nothing is, none is written", async () => {
  const { userId, customer } = await aCustomer();
  stripe.answers(() => ({ status: 401, body: { error: { type: "invalid_request_error", message: "no" } } }));
  await tell(ending(customer, { card: await aCard(customer) }));
  const done = work();
  await eventually(async () =>
    expect(await queued("trial-ending")).toMatchObject([{ attempts: 1, held: false }]),
  );
  const none = { type: "invalid_request_error", code: "invoice_upcoming_none", message: "none" };
  stripe.answers(() => ({ status: 404, body: { error: none } }));
  await makeDue("trial-ending");
  await done;
  expect(await mailTo(userId)).toEqual([]);
});

test("who has no card is asked for one", async () => {
  const { userId, customer } = await aCustomer();
  await tell(ending(customer));
  await work();
  const [mail] = await mailTo(userId);
  expect(mail?.text).toContain("Without a card, your Studio plan ends on");
});

test.each([
  ["has canceled", { cancel_at_period_end: true }],
  ["pays nothing for now", { pause_collection: { behavior: "void", resumes_at: null } }],
  ["is on the plan by now", { status: "active" }],
])("who %s isn't written to", async (_, given) => {
  const { userId, customer } = await aCustomer();
  await tell(ending(customer, given));
  await work();
  expect(await mailTo(userId)).toEqual([]);
});

test("nor is who doesn't want it, or a customer of somebody else's shop", async () => {
  const { userId, customer } = await aCustomer();
  await refuse(userId, "trial_ending");
  await tell(ending(customer));
  await tell(ending("cus_stranger"));
  await work();
  expect(await mailTo(userId)).toEqual([]);
});

test("a trial made longer is told of again, with its new day", async () => {
  const { userId, customer } = await aCustomer();
  const first = ending(customer);
  await tell(first);
  await work();
  const longer = { ...first.data.object, trial_end: inDays(30) };
  await tell(event("customer.subscription.trial_will_end", longer, { created: first.created + 60 }));
  await work();
  expect(await mailTo(userId)).toHaveLength(2);
});
