import { answerChallenge, confirmInBrowser } from "@/test/emulator/support/shop";
import { type Act, one } from "./business";

/** Good; declined; asking its holder. https://docs.stripe.com/testing */
const numbers = ["4242424242424242", "4000000000000002", "4000002760003184"];

/** Payments, their invoices, and what is paid back. */
export const paying = {
  async pay({ standIn, account, secrets, challenges }, which) {
    const { json } = await confirmInBrowser(standIn, account, one(secrets, which), one(numbers, which));
    if (json.next_action) challenges.push(json);
  },
  answer: ({ standIn, challenges }, which) =>
    answerChallenge(standIn, one(challenges, which), which % 2 === 0 ? "authorize" : "fail"),
  async refund({ stripe }, which) {
    const charge = one((await stripe.charges.list({ limit: 10 })).data, which);
    await stripe.refunds.create({ charge: charge.id, ...(which % 2 === 0 ? { amount: 100 } : {}) });
  },
  async addInvoiceItem({ stripe, customers, invoiceItems }, which) {
    const customer = one(customers, which);
    const item = await stripe.invoiceItems.create({ customer, amount: 100 + which, currency: "usd" });
    invoiceItems.push(item.id);
  },
  removeInvoiceItem: ({ stripe, invoiceItems }, which) => stripe.invoiceItems.del(one(invoiceItems, which)),
  async bill({ stripe, customers }, which) {
    await stripe.invoices.create({ customer: one(customers, which), auto_advance: which % 2 === 0 });
  },
  async treatInvoice({ stripe, customers }, which) {
    const customer = one(customers, which);
    const { id } = one((await stripe.invoices.list({ customer, limit: 10 })).data, which >> 1);
    const treatments = [
      () => stripe.invoices.finalizeInvoice(id),
      () => stripe.invoices.pay(id),
      () => stripe.invoices.voidInvoice(id),
      () => stripe.invoices.del(id),
    ];
    await one(treatments, which >> 3)();
  },
} satisfies Record<string, Act>;
