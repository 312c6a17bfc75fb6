import { expect, test } from "vitest";
import { noticeOf } from "@/components/account/notice-words";
import type { WhileOwing } from "@/lib/billing/access/while-owing";
import type { NoticeFacts } from "@/lib/billing/queries/notice";

const now = new Date("2026-05-10T12:00:00Z");
const may = (day: number) => new Date(Date.UTC(new Date().getUTCFullYear(), 4, day));
const context = { locale: "en-US", now, openUntil: null, restStaysOpen: false };
const good: NoticeFacts = {
  subscription: "sub_1",
  status: "active",
  planName: "Studio",
  ends: false,
  trialEnd: null,
  withoutCard: null,
  cardless: false,
  lowered: false,
  card: { brand: "visa", last4: "4242", expires: { month: 7, year: 2026 } },
  owed: null,
};
const owed = { invoice: "in_1", remaining: 1900, currency: "usd", count: 1, bankAsks: false };
const notice = (fields: Partial<NoticeFacts>, more: Partial<WhileOwing> = {}) =>
  noticeOf({ ...good, ...fields }, { ...context, ...more });

test("nothing is said while all is well, or before there is a plan", () => {
  for (const status of ["active", "trialing", "incomplete", "incomplete_expired", "canceled"]) {
    expect(notice({ status })).toBeNull();
  }
});

test("a failed renewal says until when things stay open, or that they are closed, and is paid there", () => {
  const failed = { status: "past_due", owed };
  expect(notice(failed, { openUntil: may(17) })).toMatchObject({
    title: "Your last payment didn't go through",
    text: expect.stringContaining("Until May 17 everything stays open to you."),
    todo: { href: "/account/invoices/in_1/pay", label: "Pay $19.00 now" },
    also: { href: "/account/cards/add" },
  });
  expect(notice(failed)?.text).toContain("is closed, and opens again as soon as you have paid");
});

test("several open invoices are paid one by one; where none is known, nothing is offered", () => {
  const todo = (fields: Partial<NoticeFacts>) => notice({ status: "past_due", ...fields })?.todo;
  expect(todo({ owed: { ...owed, count: 2 } })).toEqual({
    href: "/account/invoices",
    label: "Pay your invoices",
  });
  expect(todo({ owed: null })).toBeNull();
});

test("a bank's question is to be answered, and is no failure", () => {
  const asked = notice({ status: "past_due", owed: { ...owed, bankAsks: true } }, { openUntil: may(17) });
  expect(asked).toMatchObject({
    title: "Your bank wants you to confirm your payment",
    text: expect.stringContaining("Until May 17"),
    todo: { href: "/account/invoices/in_1/pay", label: "Confirm $19.00" },
  });
});

test("a plan that Stripe has stopped collecting for is paid to open again", () => {
  expect(notice({ status: "unpaid", owed })).toMatchObject({ todo: { label: "Pay $19.00 now" } });
});

test("a trial is spoken of in its last three days: what is taken then, or that there is no card", () => {
  const trial = (days: number, fields: Partial<NoticeFacts> = {}) => {
    const trialEnd = new Date(now.getTime() + days * 86_400_000);
    return notice({ status: "trialing", trialEnd, ...fields });
  };
  expect(trial(4)).toBeNull();
  expect(trial(2)?.title).toMatch(/^Your trial of Studio ends on May 12/);
  expect(trial(2)?.text).toContain("taken from your Visa ending in 4242");
  const noCard = { card: null, cardless: true };
  expect(trial(2, { ...noCard, withoutCard: "cancel" })).toMatchObject({
    tone: "warn",
    text: "Without a card, what your plan opens closes then. Nothing is charged.",
    todo: { label: "Add a card" },
  });
  expect(trial(2, { ...noCard, withoutCard: "create_invoice" })?.text).toContain("is due then");
  expect(trial(2, { ends: true })).toBeNull();
});

test("where a discount or credit may take off all of it, no payment is promised at a trial's end", () => {
  const trialEnd = new Date(now.getTime() + 86_400_000);
  const lowered = { status: "trialing", trialEnd, lowered: true };
  expect(notice(lowered)?.text).toContain(
    "What is to be paid after your discount or credit, if anything, is taken from your Visa ending in 4242.",
  );
  const said = notice({ ...lowered, card: null, cardless: true, withoutCard: "create_invoice" })?.text;
  expect(said).toBe("The plan begins then, and there is no card to pay with.");
});

test("who has no card is told that, and of no card that failed or is tried again", () => {
  const without = { card: null, cardless: true, owed };
  const due = notice({ ...without, status: "past_due" }, { openUntil: may(17) });
  expect(due).toMatchObject({
    title: "Your payment is due, and there is no card to take it from",
    text: "Until May 17 everything stays open to you.",
    todo: { label: "Pay $19.00 now" },
    also: { label: "Add a card" },
  });
  expect(notice({ ...without, status: "unpaid" })?.text).toContain("There is no card to take it from.");
});

test("a card is spoken of in its last month, the one before, and once it is over", () => {
  const card = (month: number, year: number, fields: Partial<NoticeFacts> = {}) =>
    notice({ card: { brand: "visa", last4: "4242", expires: { month, year } }, ...fields });
  expect(card(7, 2026)).toBeNull();
  expect(card(6, 2026)?.title).toBe("Your card expires at the end of June 2026");
  expect(card(5, 2026)?.todo).toEqual({ href: "/account/cards/add", label: "Use another card" });
  expect(card(12, 2025)?.title).toBe("Your card expired at the end of December 2025");
  expect(card(5, 2026, { ends: true })).toBeNull();
  expect(notice({ card: { brand: "link", last4: null, expires: null } })).toBeNull();
});

test("a trial that ran out without a card goes on with one, or is ended", () => {
  const said = notice({ status: "paused", card: null });
  expect(said?.todo?.href).toBe("/account/go-on");
  expect(said?.also?.href).toBe("/account/cancel");
});

test("a status Stripe has added is not passed over", () => {
  expect(notice({ status: "hibernating" })).toMatchObject({ tone: "warn", todo: null });
});

test("who owes for what they have used alone is told what that closes, and that the rest is paid for", () => {
  const use = { status: "past_due", owed: { ...owed, remaining: 250 } };
  const closed =
    "What is counted by use is closed, and opens again as soon as you have paid. The rest of your plan";
  expect(notice(use, { restStaysOpen: true })?.text).toContain(closed);
  const asks = { ...use, owed: { ...use.owed, bankAsks: true } };
  expect(notice(asks, { restStaysOpen: true })?.text).toContain(
    `Nothing is charged before you have. ${closed}`,
  );
  expect(notice(use, { restStaysOpen: true, openUntil: may(17) })?.text).toContain(
    "Until May 17 everything stays open",
  );
});
