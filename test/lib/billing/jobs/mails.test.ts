import { beforeAll, expect, test } from "vitest";
import { makeCardDefault } from "@/lib/billing/cards/make-card-default";
import { startCheckout } from "@/lib/billing/checkout/start-checkout";
import { ensureCustomer } from "@/lib/billing/ensure-customer";
import { payInvoice } from "@/lib/billing/invoices/pay-invoice";
import { orderOf } from "@/lib/billing/order/order";
import { noticeFacts } from "@/lib/billing/queries/notice";
import { subscriptionOf } from "@/lib/billing/queries/subscription-of";
import { cancelSubscription } from "@/lib/billing/subscription/cancel-subscription";
import { keepSubscription } from "@/lib/billing/subscription/keep-subscription";
import { reportUsage } from "@/lib/billing/usage/report-usage";
import { refuse } from "@/lib/email/queries/refusals";
import { stripe } from "@/lib/stripe/client";
import { useTestDatabase } from "@/test/support/use-database";
import { aKey, calls } from "../support/keys";
import { aPerson } from "../support/people";
import { openShop, priceNamed } from "../support/shop";
import { useStandIn } from "../support/stand-in";
import { anOwing, anotherCard, aSubscriber, letTimePass } from "../support/subscribers";
import { mailTo, subjectsTo, useMail } from "../support/told";

const database = useTestDatabase();
useStandIn();
const { tell } = useMail(database);
beforeAll(openShop);

/** Of a purchase; Stripe lists no events that are older than 30 days. */
const begun = "Your Studio plan has begun";

test("a renewal that fails is written once about, however often Stripe tries and tells, and a receipt follows", async () => {
  const { userId, customer, invoice } = await anOwing();
  await tell(2);
  const failed = "Your payment for Studio didn't go through";
  expect(await subjectsTo(userId)).toEqual([failed]);
  const mail = (await mailTo(userId)).find(({ subject }) => subject === failed);
  expect(mail?.text).toMatch(/Everything stays open to you until \w+ \d+, \d{4}\./);
  expect(mail?.text).toMatch(/Your card is tried again on \w+ \d+, \d{4}\./);
  expect(mail?.text).toContain(`/account/invoices/${invoice}/pay>`);
  const { hosted_invoice_url: page } = await stripe().invoices.retrieve(invoice);
  expect(mail?.text).toContain(`<${page}>`);
  expect(mail?.unsubscribe).toBeNull();

  await letTimePass(4);
  await tell();
  expect((await stripe().invoices.retrieve(invoice)).attempt_count).toBeGreaterThan(1);
  expect(await subjectsTo(userId)).toEqual([failed]);

  await makeCardDefault({ userId, card: await anotherCard(customer) });
  expect(await payInvoice({ userId, invoice })).toEqual({ outcome: "invoice_paid" });
  await tell();
  expect(await subjectsTo(userId)).toEqual([failed, "Your Studio plan has renewed"].sort());
});

test("a bank's question is no failure: its own mail says what to do, and no other", async () => {
  const { userId, customer } = await aSubscriber();
  await makeCardDefault({ userId, card: await anotherCard(customer, "pm_card_authenticationRequired") });
  await letTimePass(32);
  await tell(2);
  expect(await subjectsTo(userId)).toEqual(["Your bank wants you to confirm the payment for Studio"]);
  // The banner of every page knows it, too.
  expect((await noticeFacts(userId))?.owed).toMatchObject({ bankAsks: true });
});

test("who has paid before the mail could be written isn't told to pay", async () => {
  const { userId, customer, invoice } = await anOwing();
  await makeCardDefault({ userId, card: await anotherCard(customer) });
  await payInvoice({ userId, invoice });
  await tell();
  expect(await subjectsTo(userId)).toEqual(["Your Studio plan has renewed"]);
});

test("a receipt isn't sent to whom it isn't wanted by", async () => {
  const { userId } = await aSubscriber();
  await refuse(userId, "renewal_receipt");
  await letTimePass(32);
  await tell();
  expect(await subjectsTo(userId)).toEqual([]);
});

test("a cancellation to come is confirmed once, once more if it is decided anew, and not if it was taken back", async () => {
  const { userId } = await aSubscriber();
  const cancel = async () => {
    const seen = (await subscriptionOf(userId))?.stamp ?? "";
    await cancelSubscription({ userId, seen, when: "period_end", feedback: null, comment: "" });
  };
  await cancel();
  await keepSubscription(userId);
  await tell();
  expect(await subjectsTo(userId)).toEqual([begun]);
  await letTimePass(1);
  await cancel();
  await tell(2);
  const [canceled, ...others] = await subjectsTo(userId);
  expect(canceled).toMatch(/^Your Studio plan ends on \w+ \d+, \d{4}$/);
  expect(others).toEqual([begun]);
});

/** What the mail to somebody says that is about something. */
async function textTo(userId: string, about: string): Promise<string | undefined> {
  return (await mailTo(userId)).find(({ subject }) => subject.includes(about))?.text;
}

test("a receipt doesn't say that a plan is paid for while another invoice of it is open", async () => {
  const { userId, customer, subscription, invoice } = await anOwing();
  const more = { customer, subscription, pending_invoice_items_behavior: "exclude" } as const;
  const { id: another } = await stripe().invoices.create(more);
  await stripe().invoiceItems.create({ customer, invoice: another, amount: 700, currency: "usd" });
  await stripe().invoices.finalizeInvoice(another);
  await makeCardDefault({ userId, card: await anotherCard(customer) });
  await payInvoice({ userId, invoice });
  await tell();
  const receipt = await textTo(userId, "has renewed");
  expect(receipt).toContain("Another invoice of your plan is still open.");
  expect(receipt).not.toContain("paid for until");
});

test("a cancellation of a plan that isn't paid doesn't promise that it stays open", async () => {
  const { userId } = await anOwing();
  const seen = (await subscriptionOf(userId))?.stamp ?? "";
  await cancelSubscription({ userId, seen, when: "period_end", feedback: null, comment: "" });
  await tell();
  const canceled = await textTo(userId, "plan ends on");
  expect(canceled).toContain("What it opens is open until then only if that is paid.");
  expect(canceled).not.toContain("stays open");
});

/** Makes 250 calls more than are included, for a plan that has just begun. */
async function makeCalls({ userId, customer, subscription }: Awaited<ReturnType<typeof aSubscriber>>) {
  const [item] = (await stripe().subscriptions.retrieve(subscription)).items.data;
  const now = new Date((item?.current_period_start ?? 0) * 1000);
  await calls(await aKey(userId), 1250, now);
  await reportUsage({ customer, now });
}

test("what was used and is billed with a plan's end, or in a month of a year's plan, is told as no renewal", async () => {
  const [leaving, staying] = [await aSubscriber(), await aSubscriber("studio_yearly")];
  await makeCalls(leaving);
  await makeCalls(staying);
  const seen = (await subscriptionOf(leaving.userId))?.stamp ?? "";
  const { userId } = leaving;
  await cancelSubscription({ userId, seen, when: "period_end", feedback: null, comment: "" });
  await letTimePass(32);
  await tell();
  const used = "What you have used with Studio";
  expect(await subjectsTo(userId)).toEqual([used, "Your Studio plan has ended"]);
  const ended = (await mailTo(userId)).find(({ subject }) => subject === "Your Studio plan has ended");
  expect(ended?.text).toContain("Nothing is charged any more but for what you had used");
  expect(await subjectsTo(staying.userId)).toEqual([used]);
});

test("the end of a plan is told, and why; of a purchase that was never paid there is nothing to tell", async () => {
  const owing = await anOwing();
  await letTimePass(20);
  await tell();
  const ended = (await mailTo(owing.userId)).find(({ subject }) => subject === "Your Studio plan has ended");
  expect(ended?.text).toContain("because it couldn't be paid");

  const { userId, customer } = await aSubscriber();
  const { data } = await stripe().prices.list({ lookup_keys: ["reader_monthly"] });
  const incomplete = await stripe().subscriptions.create({
    ...{ customer, items: [{ price: data[0]?.id ?? "" }], payment_behavior: "default_incomplete" },
  });
  await stripe().subscriptions.cancel(incomplete.id);
  await tell();
  expect(await subjectsTo(userId)).toEqual([begun]);
});

type Coupon = Parameters<ReturnType<typeof stripe>["coupons"]["create"]>[0];

/** Somebody who tries two seats of Team, with a card and perhaps a discount. */
async function aTrial(given: Coupon = {}) {
  const userId = await aPerson();
  const { id: customer } = await ensureCustomer(userId);
  const discounts = given.duration ? [{ coupon: (await stripe().coupons.create(given)).id }] : [];
  const { id: subscription } = await stripe().subscriptions.create({
    ...{ customer, items: [{ price: (await priceNamed("team_monthly")).id, quantity: 2 }], discounts },
    ...{ default_payment_method: await anotherCard(customer), trial_period_days: 14 },
  });
  return { userId, customer, subscription };
}

test("the mail before a trial's end names what is taken then and later, and the mails after it what it was for", async () => {
  const off = { percent_off: 20 };
  const [plain, forever] = [await aTrial(), await aTrial({ ...off, duration: "forever" })];
  const once = await aTrial({ ...off, duration: "once" });
  const repeating = await aTrial({ ...off, duration: "repeating", duration_in_months: 3 });
  const short = await aTrial();
  await stripe().subscriptions.update(short.subscription, { trial_end: "now" });
  await letTimePass(12);
  await tell();
  const [begun, first] = ["Your Team plan has begun", "Your first payment for Team"];
  expect(await subjectsTo(short.userId)).toEqual([begun, first]);
  const trials = [plain, forever, once, repeating];
  const mails = await Promise.all(trials.map(({ userId }) => mailTo(userId)));
  const said = mails.map((all) => all.find(({ subject }) => subject.startsWith("Your trial of Team"))?.text);
  const taken = (what: string) =>
    `your first payment for Team, ${what} taken from your Mastercard ending in 4444`;
  expect(said).toEqual([
    expect.stringContaining(`${taken("$98.00 a month, is")}, and every month after that`),
    expect.stringContaining(`${taken("$78.40 a month, is")}, and every month after that`),
    expect.stringContaining(`${taken("$78.40, is")}. When your discount is over it is $98.00 a month`),
    expect.stringContaining(`${taken("$78.40, is")}. When your discount is over it is $98.00 a month`),
  ]);
  for (const days of [3, 31]) {
    await letTimePass(days);
    await tell();
  }
  const charges = await Promise.all(trials.map(({ customer }) => stripe().charges.list({ customer })));
  expect(charges.map(({ data }) => data.map(({ amount }) => amount).toReversed())).toEqual([
    ...[
      [9800, 9800],
      [7840, 7840],
    ],
    ...[
      [7840, 9800],
      [7840, 7840],
    ],
  ]);
  const ending = expect.stringMatching(/^Your trial of Team ends on /);
  expect(await subjectsTo(plain.userId)).toEqual([begun, "Your Team plan has renewed", first, ending]);
});

test("a trial that goes over into a plan without a card is told that there is none, and not that one failed", async () => {
  const userId = await aPerson();
  const { id: customer } = await ensureCustomer(userId);
  await stripe().subscriptions.create({
    ...{ customer, items: [{ price: (await priceNamed("team_monthly")).id }], trial_period_days: 2 },
    trial_settings: { end_behavior: { missing_payment_method: "create_invoice" } },
  });
  await letTimePass(3);
  await tell();
  const due = (await mailTo(userId)).filter(({ subject }) => subject.startsWith("Your payment"));
  expect(due.map(({ subject }) => subject)).toEqual([
    "Your payment for Team is due, and there is no card to take it from",
  ]);
  expect(due[0]?.text).toContain("that begins your Team plan is due, and there is no card to take it from.");
  expect(due[0]?.text).not.toMatch(/tried again|your card/);
  expect(await noticeFacts(userId)).toMatchObject({ status: "past_due", cardless: true });
});

test("a trial that a card ends because it has had one is told as that, once", async () => {
  const trials = [await aPerson(), await aPerson()];
  for (const userId of trials) {
    expect(await startCheckout({ userId, order: orderOf("team_monthly") })).toEqual({ outcome: "started" });
    await anotherCard((await ensureCustomer(userId)).id, "pm_card_jcb");
    await tell();
  }
  await tell(2);
  const [first = "", second = ""] = trials;
  expect(await subscriptionOf(first)).toMatchObject({ status: "trialing" });
  expect(await subscriptionOf(second)).toMatchObject({ status: "canceled" });
  expect((await subjectsTo(first)).filter((subject) => subject.includes("ended"))).toEqual([]);
  const told = (await mailTo(second)).filter(({ subject }) => subject.includes("ended"));
  expect(told.map(({ subject }) => subject)).toEqual(["Your free days of Team have ended"]);
  expect(told[0]?.text).toContain("Nothing was charged");
});

test("a refund is told once, with how much and where to", async () => {
  const { userId, customer } = await aSubscriber();
  const { data } = await stripe().charges.list({ customer });
  await stripe().refunds.create({ charge: data[0]?.id ?? "", amount: 500 });
  await tell(2);
  expect(await subjectsTo(userId)).toEqual(["We have given you $5.00 back", begun]);
  const refund = (await mailTo(userId)).find(({ subject }) => subject.includes("$5.00"));
  expect(refund?.text).toMatch(/\$5\.00 of your invoice \S+ goes back to your Visa ending in 4242\./);
});

test("a refund that fails is told once, to whom was told that it is on its way, and one that doesn't isn't", async () => {
  const [failing, other] = [await aSubscriber("studio_monthly", "pm_card_refundFail"), await aSubscriber()];
  for (const { customer } of [failing, other]) {
    const { data } = await stripe().charges.list({ customer });
    await stripe().refunds.create({ charge: data[0]?.id ?? "", amount: 500 });
  }
  await tell();
  const made = "We have given you $5.00 back";
  expect(await subjectsTo(failing.userId)).toEqual([made, begun]);
  await letTimePass(1);
  await tell(2);
  const failed = "The $5.00 that was to go back to you didn't arrive";
  expect(await subjectsTo(failing.userId)).toEqual([failed, made, begun]);
  expect(await subjectsTo(other.userId)).toEqual([made, begun]);
  const mail = (await mailTo(failing.userId)).find(({ subject }) => subject === failed);
  expect(mail?.text).toMatch(/\$5\.00 of your invoice \S+ was to go back to your \w+ ending in \d{4}/);
  expect(mail?.unsubscribe).toBeNull();
});
