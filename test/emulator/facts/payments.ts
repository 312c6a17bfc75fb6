import { expect } from "vitest";
import facts from "../golden-facts.json" with { type: "json" };
import { customerWith, letPass } from "../support/shop";
import type { Facts } from "./lived";

const BACK = "https://example.com/back";

export const PAYMENT_FACTS: Facts = {
  "metadata-previous-attributes": async (emulator) => {
    const { setup, action, expect: recorded } = facts["metadata-previous-attributes"];
    const stripe = emulator.stripe("previous-attributes");
    const { id } = await stripe.customers.create(setup);
    await stripe.customers.update(id, action.update);
    const { data } = await stripe.events.list({ type: "customer.updated" });
    expect(data.map((event) => event.data.previous_attributes)).toEqual([recorded.previous_attributes]);
  },

  "limit-clamp": async (emulator) => {
    const { action, expect: recorded } = facts["limit-clamp"];
    const stripe = emulator.stripe("limit-clamp");
    await Promise.all(Array.from({ length: 101 }, () => stripe.customers.create()));
    const lengths = [];
    for (const limit of action.limit.split("|").map(Number)) {
      lengths.push((await stripe.customers.list({ limit })).data.length);
    }
    expect(lengths).toEqual(recorded.items.split("|").map(Number));
  },

  "refund-bookkeeping": async (emulator) => {
    const { setup, expect: recorded } = facts["refund-bookkeeping"];
    const stripe = emulator.stripe("refund-bookkeeping");
    const amount = setup.charge;
    const pay = { amount, confirm: true, currency: "usd", payment_method: "pm_card_visa", return_url: BACK };
    const charge = String((await stripe.paymentIntents.create(pay)).latest_charge);
    const states = [];
    for (const part of [{ amount: 2000 }, {}]) {
      const refund = await stripe.refunds.create({ charge, ...part });
      expect(refund.status).toBe(recorded["refund.status"]);
      expect(refund.destination_details).toEqual(recorded.destination_details);
      const { amount_refunded, refunded } = await stripe.charges.retrieve(charge);
      states.push([amount_refunded, refunded]);
    }
    expect(states).toEqual([
      [2000, false],
      [5000, true],
    ]);
  },

  "dispute-ledger": async (emulator) => {
    const stripe = emulator.stripe("dispute-ledger");
    const charged = await stripe.charges.create({
      amount: 5000,
      currency: "usd",
      source: "tok_createDispute",
    });
    const [dispute] = (await stripe.disputes.list({ charge: charged.id })).data;
    const { balance_transaction, status, won } = facts["dispute-ledger"].expect;
    expect(dispute).toMatchObject({ amount: 5000, balance_transactions: [balance_transaction], status });
    expect(dispute?.id).toMatch(/^du_/);
    const eightDaysOn = new Date(((dispute?.created ?? 0) + 8 * 86_400) * 1000);
    expect(dispute?.evidence_details.due_by).toBe(eightDaysOn.setUTCHours(23, 59, 59, 0) / 1000);
    const evidence = { uncategorized_text: "winning_evidence" };
    await stripe.disputes.update(dispute?.id ?? "", { evidence });
    await letPass(emulator, "dispute-ledger", 10);
    const closed = await stripe.disputes.retrieve(dispute?.id ?? "");
    const { is_charge_refundable } = won;
    expect(closed).toMatchObject({ is_charge_refundable, status: "won" });
    expect(closed.balance_transactions).toMatchObject([
      { amount: -5000, fee: 1500, net: -6500 },
      { amount: 5000, fee: 0, net: 5000, type: "adjustment" },
    ]);
  },

  "si-usage-ignored": async (emulator) => {
    const stripe = emulator.stripe("si-usage-ignored");
    const intent = await stripe.setupIntents.create({ usage: "on_session" });
    expect(intent.usage).toBe(facts["si-usage-ignored"].expect.usage);
  },

  "pi-no-customer-default-for-si": async (emulator) => {
    const stripe = emulator.stripe("si-without-method");
    const { id: customer } = await customerWith(stripe, "pm_card_visa");
    const intent = await stripe.setupIntents.create({ customer });
    const confirmed = stripe.setupIntents.confirm(intent.id, { return_url: BACK });
    await expect(confirmed).rejects.toMatchObject({ statusCode: 400 });
    await expect(confirmed).rejects.toThrow(facts["pi-no-customer-default-for-si"].expect.error);
  },
};
