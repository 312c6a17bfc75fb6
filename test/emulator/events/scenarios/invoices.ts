import type Stripe from "stripe";
import type { Scenario, Scenarios, Stage } from "./stage";

/** Invoices, and what is taken back of them. */
export const invoices: Scenarios = {
  "invoices.create": async ({ stripe, customer, during }) => {
    const id = await customer();
    return during(() => stripe.invoices.create({ customer: id }));
  },
  "invoiceItems.create": async ({ stripe, customer, during }) => {
    const id = await customer();
    return during(() => stripe.invoiceItems.create({ amount: 100, currency: "usd", customer: id }));
  },
  "invoiceItems.del": async ({ stripe, customer, during }) => {
    const item = await stripe.invoiceItems.create({
      amount: 100,
      currency: "usd",
      customer: await customer(),
    });
    return during(() => stripe.invoiceItems.del(item.id));
  },
  "invoices.update": ofDraft(({ stripe }, { id }) => stripe.invoices.update(id, { description: "D" })),
  "invoices.del": ofDraft(({ stripe }, { id }) => stripe.invoices.del(id)),
  "invoices.finalize": ofDraft(({ stripe }, { id }) => stripe.invoices.finalizeInvoice(id)),
  "invoices.pay": ofOpen(({ stripe }, { id }) => stripe.invoices.pay(id)),
  "invoices.pay fails": ofOpen(
    ({ stripe }, { id }) => stripe.invoices.pay(id).catch(() => null),
    "pm_card_chargeCustomerFail",
  ),
  "invoices.pay out of band": ofOpen(({ stripe }, { id }) =>
    stripe.invoices.pay(id, { paid_out_of_band: true }),
  ),
  "invoices.send": async (stage) => {
    const { stripe, draft, during } = stage;
    const sent = { collection_method: "send_invoice", days_until_due: 30 } as const;
    const first = await draft("pm_card_visa", sent);
    const second = await stripe.invoices.finalizeInvoice((await draft("pm_card_visa", sent)).id);
    const posted = (invoice: Stripe.Invoice) => during(() => stripe.invoices.sendInvoice(invoice.id));
    return [await posted(first), await posted(second)];
  },
  "invoices.void": ofOpen(({ stripe }, { id }) => stripe.invoices.voidInvoice(id)),
  "invoices.markUncollectible": ofOpen(({ stripe }, { id }) => stripe.invoices.markUncollectible(id)),
  "an invoice that can't be finalized": async ({ stripe, monthly, during }) => {
    const homeless = async () => {
      const { id } = await stripe.customers.create({
        address: { country: "US" },
        payment_method: "pm_card_visa",
      });
      await stripe.subscriptions.create({
        automatic_tax: { enabled: true },
        collection_method: "send_invoice",
        customer: id,
        days_until_due: 7,
        items: [{ price: monthly.id }],
      });
      await stripe.customers.update(id, { address: "" });
      const [invoice] = (await stripe.invoices.list({ customer: id })).data;
      return invoice?.id ?? "";
    };
    const draft = await homeless();
    return during(() => stripe.invoices.finalizeInvoice(draft).catch(() => null));
  },
  "creditNotes.create, refunded": ofPaid((invoice) => ({ amount: 500, invoice, refund_amount: 500 })),
  "creditNotes.create, to the balance": ofPaid((invoice) => ({ amount: 500, credit_amount: 500, invoice })),
  "creditNotes.void": async ({ stripe, draft, during }) => {
    const { id } = await stripe.invoices.finalizeInvoice((await draft()).id);
    const note = await stripe.creditNotes.create({ amount: 500, invoice: id });
    return during(() => stripe.creditNotes.voidCreditNote(note.id));
  },
};

type Deed = (stage: Stage, invoice: Stripe.Invoice) => Promise<unknown>;

function ofDraft(deed: Deed): Scenario {
  return async (stage) => {
    const draft = await stage.draft();
    return stage.during(() => deed(stage, draft));
  };
}

function ofOpen(deed: Deed, card?: string): Scenario {
  return async (stage) => {
    const open = await stage.stripe.invoices.finalizeInvoice((await stage.draft(card)).id);
    return stage.during(() => deed(stage, open));
  };
}

function ofPaid(note: (invoice: string) => Stripe.CreditNoteCreateParams): Scenario {
  return async ({ stripe, draft, during }) => {
    const { id } = await stripe.invoices.pay((await draft()).id);
    return during(() => stripe.creditNotes.create(note(id)));
  };
}
