import { expect } from "vitest";
import facts from "../golden-facts.json" with { type: "json" };
import { customerWith } from "../support/shop";
import type { StartedEmulator } from "../support/start-emulator";
import type { Facts } from "./lived";

const DAY = 86_400;

/** A customer with a card and so many invoice items waiting, of 100 cents, 200, and so on. */
async function withPending(emulator: StartedEmulator, account: string, count = 1) {
  const stripe = emulator.stripe(account);
  const { id: customer } = await customerWith(stripe, "pm_card_visa");
  const items: string[] = [];
  for (let number = 1; number <= count; number++) {
    const item = await stripe.invoiceItems.create({ amount: number * 100, currency: "usd", customer });
    items.push(item.id);
  }
  const sweep = () => stripe.invoices.create({ customer, pending_invoice_items_behavior: "include" });
  return { stripe, customer, items, sweep };
}

export const INVOICE_FACTS: Facts = {
  "draft-window": async (emulator) => {
    const stripe = emulator.stripe("draft-window");
    const { id: customer } = await stripe.customers.create();
    const draft = await stripe.invoices.create({ auto_advance: true, customer });
    expect(draft).toMatchObject({
      automatically_finalizes_at: draft.created + 3601,
      next_payment_attempt: draft.created + 3600,
    });
    const sent = await stripe.invoices.create({
      auto_advance: true,
      collection_method: "send_invoice",
      customer,
      days_until_due: 9,
    });
    expect(sent).toMatchObject({
      automatically_finalizes_at: sent.created + 3601,
      due_date: sent.created + 9 * DAY,
      next_payment_attempt: null,
    });
  },

  "default-exclude-pending": async (emulator) => {
    const { stripe, customer, items, sweep } = await withPending(emulator, "exclude-pending", 3);
    const empty = await stripe.invoices.create({ customer });
    expect(empty.lines.data).toEqual(facts["default-exclude-pending"].expect.lines);
    const swept = await sweep();
    const sources = swept.lines.data.map(({ parent }) => parent?.invoice_item_details?.invoice_item);
    expect(sources).toEqual(items.toReversed());
    expect((await stripe.invoiceItems.list({ customer, pending: true })).data).toEqual([]);
  },

  "pay-draft": async (emulator) => {
    const { stripe, sweep } = await withPending(emulator, "pay-draft");
    const { id } = await sweep();
    const paid = await stripe.invoices.pay(id);
    expect(paid).toMatchObject({ attempt_count: 1, status: "paid" });
    const { finalized_at, paid_at } = paid.status_transitions;
    expect(paid_at).toEqual(expect.any(Number));
    expect([finalized_at, paid.effective_at]).toEqual([paid_at, paid_at]);
  },

  "paid-out-of-band": async (emulator) => {
    const { stripe, sweep } = await withPending(emulator, "out-of-band");
    const { id } = await sweep();
    const paid = await stripe.invoices.pay(id, { paid_out_of_band: true });
    expect(paid).toMatchObject({ attempt_count: 0, ...facts["paid-out-of-band"].expect });
    expect((await stripe.charges.list()).data).toEqual([]);
  },

  "delete-draft-keeps-items": async (emulator) => {
    const { stripe, customer, items, sweep } = await withPending(emulator, "dead-draft");
    const { id } = await sweep();
    await stripe.invoices.del(id);
    expect((await stripe.invoiceItems.list({ customer, pending: true })).data).toEqual([]);
    expect(await stripe.invoiceItems.retrieve(items[0] ?? "")).toMatchObject({ invoice: id });
    expect((await sweep()).lines.data).toEqual([]);
  },
};
