import { expect, test } from "vitest";
import { cardExpiring } from "@/lib/billing/mails/card-expiring";
import { paymentAuthentication } from "@/lib/billing/mails/payment-authentication";
import { paymentFailed } from "@/lib/billing/mails/payment-failed";
import { refundFailed } from "@/lib/billing/mails/refund-failed";
import { refundMade } from "@/lib/billing/mails/refund-made";
import { renewalReceipt } from "@/lib/billing/mails/renewal-receipt";
import { subscriptionCanceled } from "@/lib/billing/mails/subscription-canceled";
import { subscriptionEnded } from "@/lib/billing/mails/subscription-ended";
import { trialEnding } from "@/lib/billing/mails/trial-ending";
import { billed, told, unpaid, written } from "./support";

const trialEnd = new Date("2027-01-31T12:00:00Z");

test("a payment that failed: what it was for, until when it stays open, when it is tried again, and how to pay", async () => {
  const { subject, preview, text } = await written(paymentFailed, unpaid);
  expect(subject).toBe("Your payment for Reader didn't go through");
  expect(preview).toContain("Everything stays open to you until January 8, 2027.");
  expect(text).toContain("The $9.00 that renews your Reader plan couldn't be taken from your card.");
  expect(text).toContain("Your card is tried again on January 3, 2027.");
  expect(text).toContain("Pay $9.00 <https://gatehouse.example/account/invoices/in_1/pay>");
  expect(text).toContain("pay the invoice without an account <https://invoice.stripe.com/i/1>");
});

test("a payment that failed, when grace is over and nothing is tried any more", async () => {
  const over = { ...unpaid, openUntil: null, nextAttempt: null, invoiceUrl: null };
  const { text } = await written(paymentFailed, over);
  expect(text).toContain("What your plan opens is closed, and opens again as soon as you have paid.");
  expect(text).not.toMatch(/tried again|without an account|stays open/);
});

test("a bank's question: that nothing is charged yet, and where to answer", async () => {
  const { subject, text } = await written(paymentAuthentication, unpaid);
  expect(subject).toBe("Your bank wants you to confirm the payment for Reader");
  expect(text).toContain("Everything stays open to you until January 8, 2027.");
  expect(text).toContain("Confirm the payment <https://gatehouse.example/account/invoices/in_1/pay>");
  expect((await written(paymentAuthentication, { ...unpaid, openUntil: null })).text).toContain("is closed");
});

const ending = { ...told, trialEnd, payment: { currency: "usd", first: 900, later: 900, discounted: false } };

test("a trial with a card: what is charged when, and how not to", async () => {
  const { subject, text } = await written(trialEnding, ending);
  expect(subject).toBe("Your trial of Reader ends on January 31, 2027");
  expect(text).toContain(
    "On January 31, 2027 your first payment for Reader, $9.00 a month, is taken from your Visa ending in 4242, and every month after that until you cancel.",
  );
  expect(text).not.toContain("What you use");
  expect(text).toContain("<https://gatehouse.example/account/cancel>");
});

test.each([
  [
    { first: 720, later: 900, discounted: true },
    "your first payment for Reader, $7.20, is taken from your Visa ending in 4242. When your discount is over it is $9.00 a month, until you cancel.",
  ],
  [
    { first: 400, later: 900, discounted: false },
    "your first payment for Reader, $4.00, is taken from your Visa ending in 4242. After that it is $9.00 a month, until you cancel.",
  ],
  [
    { first: 0, later: 900, discounted: true },
    "your trial of Reader becomes a plan, and nothing is taken from your Visa ending in 4242 on that day. When your discount is over it is $9.00 a month, until you cancel.",
  ],
  [
    { first: 0, later: 0, discounted: false },
    "your trial of Reader becomes a plan, and nothing is taken from your Visa ending in 4242 on that day.",
  ],
])("a trial whose first payment is another than the later ones names both: %o", async (payment, said) => {
  const { text } = await written(trialEnding, { ...ending, payment: { currency: "usd", ...payment } });
  expect(text).toContain(`On January 31, 2027 ${said}`);
  expect(text).not.toMatch(/\$0|and every month/);
});

test("a trial of a plan that counts use doesn't promise the same every time", async () => {
  const { text } = await written(trialEnding, { ...ending, counted: true });
  expect(text).toContain("until you cancel. What you use beyond what it includes is added.");
});

test("a trial of a plan that runs by another period names what is taken, and no month", async () => {
  const payment = { currency: "jpy", first: 900, later: 900, discounted: false };
  const { text } = await written(trialEnding, { ...ending, price: null, payment });
  expect(text).toContain("your first payment for Reader, ¥900, is taken from your Visa ending in 4242.");
  expect(text).not.toContain("month");
});

test("a trial that something else than a card pays for is no trial without one", async () => {
  const { text } = await written(trialEnding, { ...ending, card: { brand: "link", last4: null } });
  expect(text).toContain("is taken from your Link, and every month");
});

test.each([
  ["cancel", "Without a card, your Reader plan ends on January 31, 2027. Nothing is charged."],
  ["pause", "your Reader plan closes on January 31, 2027 and waits for you. Nothing is charged."],
  ["create_invoice", "your first payment for Reader is due, and there is no card to take it from."],
])("a trial without a card that is to %s says so, and asks for one", async (withoutCard, said) => {
  const { text } = await written(trialEnding, { ...ending, payment: null, card: null, withoutCard });
  expect(text).toContain(said);
  expect(text).toContain("Add a card <https://gatehouse.example/account/cards/add>");
});

test("a card about to expire: which, when, and where another is put in its place", async () => {
  const { person, planName } = told;
  const card = { card: "pm_1", month: 12, year: 2026, brand: "visa", last4: "4242", planName, person };
  const { text } = await written(cardExpiring, card);
  expect(text).toContain(
    "Your Visa ending in 4242 pays for your Reader plan, and expires at the end of December 2026.",
  );
  expect(text).toContain("Use another card <https://gatehouse.example/account/cards/add>");
  const { subject } = await written(cardExpiring, { ...card, planName: null });
  expect(subject).toBe("The card for your plan expires soon");
});

const canceling = { ...told, endsAt: trialEnd, staysOpen: true, owes: false };

test("a cancellation of what is owed for, or was given back, promises nothing to be open", async () => {
  const owing = await written(subscriptionCanceled, { ...canceling, staysOpen: false, owes: true });
  expect(owing.text).toContain(
    "no further payment is taken for it once what is owed is paid. What it opens is open",
  );
  const closed = await written(subscriptionCanceled, { ...canceling, staysOpen: false });
  expect(closed.text).toContain("no further payment is taken for it. What it opens is closed already.");
  for (const { text, preview } of [owing, closed]) expect(text + preview).not.toContain("stays open");
});

test("a cancellation to come: until when everything is open, and the way to take it back", async () => {
  const { subject, text } = await written(subscriptionCanceled, canceling);
  expect(subject).toBe("Your Reader plan ends on January 31, 2027");
  expect(text).toContain("no further payment is taken");
  expect(text).toContain("keep your subscription <https://gatehouse.example/account>");
});

test.each([
  ["payment_failed", "ended on January 31, 2027 because it couldn't be paid."],
  ["cancellation_requested", "ended on January 31, 2027, as was asked."],
  ["payment_disputed", "ended on January 31, 2027 because its payment was disputed."],
  ["something_new", "ended on January 31, 2027."],
])("a plan that is over says when, why (%s), and the way back", async (endReason, said) => {
  const ended = { ...told, status: "canceled", endedAt: trialEnd, endReason };
  const { text } = await written(subscriptionEnded, ended);
  expect(text).toContain(said);
  expect(text).toContain("See the plans <https://gatehouse.example/pricing>");
});

test("a trial that ended because no card was there says so, and one that was canceled doesn't", async () => {
  const over = {
    ...told,
    status: "canceled",
    endReason: "cancellation_requested",
    endedAt: trialEnd,
    trialEnd,
  };
  const cardless = { ...over, card: null, withoutCard: "cancel" };
  const because = "because its trial was over and no card was there to go on with";
  expect((await written(subscriptionEnded, cardless)).text).toContain(because);
  const others = [
    { ...cardless, endsAt: trialEnd },
    { ...cardless, card: { brand: "visa", last4: "4242" } },
    { ...cardless, endedAt: new Date("2027-06-30T12:00:00Z") },
  ];
  for (const other of others)
    expect((await written(subscriptionEnded, other)).text).toContain(", as was asked");
});

test("a refund: how much, of what, where to, and when it arrives", async () => {
  const given = {
    ...{ person: told.person, amount: 900, currency: "jpy", status: "succeeded", invoiceNumber: "GATE-0001" },
    card: { brand: "visa", last4: "4242" },
  };
  const { subject, text } = await written(refundMade, given);
  expect(subject).toBe("We have given you ¥900 back");
  expect(text).toContain("¥900 of your invoice GATE-0001 goes back to your Visa ending in 4242.");
  const bare = await written(refundMade, { ...given, invoiceNumber: null, card: null });
  expect(bare.text).toContain("¥900 goes back to where it was paid from.");
});

test("a refund that failed: how much, that it is with us, and what to do", async () => {
  const given = {
    ...{ person: told.person, amount: 900, currency: "jpy", status: "failed", invoiceNumber: "GATE-0001" },
    card: { brand: "visa", last4: "4242" },
  };
  const { subject, text } = await written(refundFailed, given);
  expect(subject).toBe("The ¥900 that was to go back to you didn't arrive");
  expect(text).toContain(
    "¥900 of your invoice GATE-0001 was to go back to your Visa ending in 4242 and couldn't",
  );
  expect(text).toContain("The money is with us. Answer this mail, and we find another way to give it back.");
  const bare = await written(refundFailed, { ...given, invoiceNumber: null, card: null });
  expect(bare.text).toContain("¥900 was to go back to where it was paid from");
});

test("a receipt: what was paid, for how long, with the invoice", async () => {
  const { text } = await written(renewalReceipt, billed);
  expect(text).toContain("You paid $9.00 for your Reader plan, invoice GATE-0001.");
  expect(text).toContain("It is paid for until January 31, 2027, and renews then.");
  expect((await written(renewalReceipt, { ...billed, interval: null })).text).not.toContain("renews then");
});

test("a receipt while another invoice is open doesn't say that the plan is paid for", async () => {
  const { text, preview } = await written(renewalReceipt, { ...billed, owesMore: true });
  expect(text).toContain("invoice GATE-0001. Another invoice of your plan is still open.");
  expect(text + preview).not.toContain("paid for until");
});

test("a trial's first payment is no renewal, paid or not", async () => {
  const { subject, text } = await written(renewalReceipt, { ...billed, afterTrial: true });
  expect(subject).toBe("Your first payment for Reader");
  expect(text).toContain(
    "Your trial is over, and this is your first payment. You paid $9.00 for your Reader plan",
  );
  const failed = await written(paymentFailed, { ...unpaid, afterTrial: true });
  expect(failed.text).toContain("The $9.00 that begins your Reader plan couldn't be taken from your card.");
});

test("a bill of what was used alone is no renewal, paid or not", async () => {
  const { subject, text } = await written(renewalReceipt, { ...billed, amount: 250, forUse: true });
  expect(subject).toBe("What you have used with Reader");
  expect(text).toContain("You paid $2.50 for what you have used with Reader, invoice GATE-0001.");
  expect(text).not.toMatch(/renew|paid for until/);
  const failed = await written(paymentFailed, { ...unpaid, forUse: true });
  expect(failed.text).toContain("The $9.00 for what you have used with your Reader plan couldn't be taken");
});

test("a bill of use that isn't paid says what it closes, and that the rest of the plan is paid for", async () => {
  const use = { ...unpaid, forUse: true, restStaysOpen: true };
  const { text } = await written(paymentFailed, use);
  expect(text).toContain(
    "Everything stays open to you until January 8, 2027. If it isn't paid by then, what is counted",
  );
  expect(text).toContain("the rest of your plan is paid for and stays open.");
  const over = { ...use, openUntil: null };
  expect((await written(paymentFailed, over)).text).toContain(
    "What is counted by use is closed, and opens again",
  );
  expect((await written(paymentAuthentication, over)).text).toContain(
    "Until then, what is counted by use is closed.",
  );
});

test("where use is counted, the end of a plan says that it is billed, but not the end of a trial", async () => {
  const counting = { ...told, counted: true, trialEnd: null };
  const canceled = await written(subscriptionCanceled, { ...canceling, counted: true, trialEnd: null });
  expect(canceled.text).toContain(
    "no further payment is taken for it but for what you use beyond what it includes.",
  );
  const ended = { ...counting, status: "canceled", endedAt: trialEnd };
  const billedThen = "Nothing is charged any more but for what you had used beyond what it included";
  expect((await written(subscriptionEnded, ended)).text).toContain(billedThen);
  expect((await written(subscriptionEnded, { ...ended, trialEnd })).text).toContain(
    "Nothing is charged any more,",
  );
});

test("what comes from elsewhere is text in every mail, whatever it looks like", async () => {
  const planName = `<script>steal()</script>`;
  const { person } = told;
  const card = { card: "pm_1", month: 12, year: 2026, brand: "<b>visa", last4: "<i>", planName, person };
  const all = await Promise.all([
    written(paymentFailed, { ...unpaid, planName }),
    written(paymentAuthentication, { ...unpaid, planName }),
    written(trialEnding, { ...ending, planName, card }),
    written(cardExpiring, card),
    written(subscriptionCanceled, { ...canceling, planName }),
    written(subscriptionEnded, { ...told, planName }),
    written(renewalReceipt, { ...billed, planName, invoiceNumber: "<img src=x>" }),
  ]);
  for (const { html, text } of all) {
    expect(html).not.toMatch(/<script|<img|<b>|<i>/);
    expect(text).toContain("<script>steal()</script>");
  }
});
