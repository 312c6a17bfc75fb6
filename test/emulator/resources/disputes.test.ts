import { describe, expect, it } from "vitest";
import { eventTypes, lastEvent, letPass } from "../support/shop";
import { useEmulator } from "../support/use-emulator";

const DAY = 86_400;

const emulator = useEmulator();

async function disputed(account: string, card = "pm_card_createDispute") {
  const stripe = emulator.stripe(account);
  const intent = await stripe.paymentIntents.create({ amount: 5000, currency: "usd" });
  const before = await lastEvent(stripe);
  await stripe.paymentIntents.confirm(intent.id, {
    payment_method: card,
    return_url: "https://example.com/back",
  });
  const { data } = await stripe.disputes.list({ payment_intent: intent.id });
  const [dispute] = data;
  if (dispute === undefined) throw new Error("No dispute was opened");
  return { stripe, dispute, all: data, before, charge: String(dispute.charge) };
}

describe("a dispute", () => {
  it("is opened by the card, takes the money away, and is due in eight days", async () => {
    const { stripe, dispute, before, charge } = await disputed("opened");
    expect(dispute).toMatchObject({ amount: 5000, reason: "fraudulent", status: "needs_response" });
    expect(dispute.id).toMatch(/^du_/);
    expect(dispute.balance_transactions).toMatchObject([
      { amount: -5000, fee: 1500, net: -6500, reporting_category: "dispute", type: "adjustment" },
    ]);
    const due = dispute.evidence_details.due_by ?? 0;
    expect(new Date(due * 1000).toISOString()).toMatch(/T23:59:59/);
    expect(Math.floor(due / DAY) - Math.floor(dispute.created / DAY)).toBe(8);
    expect(await eventTypes(stripe, before)).toEqual([
      "charge.succeeded",
      "charge.dispute.created",
      "charge.dispute.funds_withdrawn",
      "payment_intent.succeeded",
    ]);
    expect((await stripe.charges.retrieve(charge)).disputed).toBe(true);
    await expect(stripe.refunds.create({ charge })).rejects.toMatchObject({ code: "charge_disputed" });
  });

  it("that is won gives the money back, not the fee, and lets the charge be refunded", async () => {
    const { stripe, dispute, charge } = await disputed("won");
    const before = await lastEvent(stripe);
    const answered = await stripe.disputes.update(dispute.id, {
      evidence: { uncategorized_text: "winning_evidence" },
    });
    expect(answered).toMatchObject({
      status: "under_review",
      evidence_details: { has_evidence: true, submission_count: 1 },
    });
    await letPass(emulator, "won", 10);
    const won = await stripe.disputes.retrieve(dispute.id);
    expect(won).toMatchObject({ status: "won", is_charge_refundable: true });
    expect(won.balance_transactions.map(({ amount, fee }) => [amount, fee])).toEqual([
      [-5000, 1500],
      [5000, 0],
    ]);
    expect(await eventTypes(stripe, before)).toEqual([
      "charge.dispute.updated",
      "charge.updated",
      "charge.dispute.funds_reinstated",
      "charge.dispute.closed",
    ]);
    expect((await stripe.refunds.create({ charge })).status).toBe("succeeded");
  });

  it("is lost by bad evidence, by giving up, and by waiting too long", async () => {
    const answered = await disputed("bad-evidence");
    await answered.stripe.disputes.update(answered.dispute.id, {
      evidence: { uncategorized_text: "losing_evidence" },
    });
    await letPass(emulator, "bad-evidence", 10);
    expect((await answered.stripe.disputes.retrieve(answered.dispute.id)).status).toBe("lost");

    const given = await disputed("given-up");
    expect((await given.stripe.disputes.close(given.dispute.id)).status).toBe("lost");
    await expect(given.stripe.disputes.close(given.dispute.id)).rejects.toThrow("already closed");

    const late = await disputed("late");
    await letPass(emulator, "late", 9 * DAY);
    expect(await late.stripe.disputes.retrieve(late.dispute.id)).toMatchObject({
      status: "lost",
      evidence_details: { past_due: true },
    });
  });

  it("keeps evidence that isn't handed in yet", async () => {
    const { stripe, dispute } = await disputed("draft");
    await stripe.disputes.update(dispute.id, { evidence: { product_description: "Essays" }, submit: false });
    const kept = await stripe.disputes.update(dispute.id, { metadata: { handled: "by us" } });
    expect(kept).toMatchObject({
      evidence: { product_description: "Essays" },
      evidence_details: { submission_count: 0, submission_method: "not_submitted" },
      status: "needs_response",
    });
  });

  it("may be one of several on a charge", async () => {
    const { all } = await disputed("several", "pm_card_createMultipleDisputes");
    expect(all.map(({ amount }) => amount)).toEqual([2500, 2500]);
  });
});

describe("an inquiry", () => {
  it("takes no money, leaves the charge refundable, and can become a dispute", async () => {
    const { stripe, dispute } = await disputed("inquiry", "pm_card_createDisputeInquiry");
    expect(dispute).toMatchObject({
      balance_transactions: [],
      is_charge_refundable: true,
      status: "warning_needs_response",
    });
    await stripe.disputes.update(dispute.id, {
      evidence: { uncategorized_text: "escalate_inquiry_evidence" },
    });
    await letPass(emulator, "inquiry", 10);
    expect(await stripe.disputes.retrieve(dispute.id)).toMatchObject({
      balance_transactions: [{ amount: -5000 }],
      is_charge_refundable: false,
      status: "needs_response",
    });
  });

  it("that is answered well is closed", async () => {
    const { stripe, dispute } = await disputed("closed", "pm_card_createDisputeInquiry");
    await stripe.disputes.update(dispute.id, { evidence: { uncategorized_text: "winning_evidence" } });
    await letPass(emulator, "closed", 10);
    expect((await stripe.disputes.retrieve(dispute.id)).status).toBe("warning_closed");
  });
});

it("an authorization is captured by its charge, once", async () => {
  const stripe = emulator.stripe("captured");
  const { latest_charge } = await stripe.paymentIntents.create({
    amount: 3000,
    capture_method: "manual",
    confirm: true,
    currency: "usd",
    payment_method: "pm_card_visa",
    return_url: "https://example.com/back",
  });
  const charge = await stripe.charges.capture(String(latest_charge), { amount: 2000 });
  expect(charge).toMatchObject({ amount_captured: 2000, amount_refunded: 1000, captured: true });
  await expect(stripe.charges.capture(charge.id)).rejects.toMatchObject({ code: "charge_already_captured" });
});
