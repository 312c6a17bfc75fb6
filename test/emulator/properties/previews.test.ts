import fc from "fast-check";
import type Stripe from "stripe";
import { expect, it } from "vitest";
import { boughts, quantities, sell } from "./bought";
import { inProcess } from "./in-process";
import { runs } from "./runs";
import { stillTime } from "./still-time";

stillTime();

const DAY = 86_400;

/** All of an invoice that is money or says what the money is for. */
function billed(invoice: Stripe.Invoice) {
  const amounts = (all: readonly { readonly amount: number }[] | null) =>
    (all ?? []).map(({ amount }) => amount);
  return {
    amount_due: invoice.amount_due,
    currency: invoice.currency,
    lines: invoice.lines.data.map((line) => ({
      amount: line.amount,
      description: line.description,
      discounts: amounts(line.discount_amounts),
      period: line.period,
      price: line.pricing?.price_details?.price,
      quantity: line.quantity,
      taxes: amounts(line.taxes),
    })),
    period: [invoice.period_start, invoice.period_end],
    starting_balance: invoice.starting_balance,
    subtotal: invoice.subtotal,
    total: invoice.total,
    total_discount_amounts: amounts(invoice.total_discount_amounts),
    total_excluding_tax: invoice.total_excluding_tax,
    total_taxes: amounts(invoice.total_taxes),
  };
}

it("a preview is to the cent and word what is then billed: at first, at a change, at renewal", async () => {
  const changes = fc.record({
    days: fc.integer({ max: 6, min: 0 }),
    quantity: quantities,
    unitAmount: fc.nat(6_000),
  });
  await fc.assert(
    fc.asyncProperty(boughts, changes, async (bought, { days, quantity, unitAmount }) => {
      const shop = inProcess();
      const { stripe } = shop;
      const { customer, price, terms } = await sell(shop, bought);
      const latest = async (id: string) => {
        const { latest_invoice: invoice } = await stripe.subscriptions.retrieve(id);
        return billed(await stripe.invoices.retrieve(String(invoice)));
      };
      const { discounts, ...details } = terms;
      const first = await stripe.invoices.createPreview({
        customer,
        discounts,
        subscription_details: details,
      });
      const { id, items } = await stripe.subscriptions.create({ customer, ...terms });
      expect(billed(first)).toEqual(await latest(id));

      shop.pass(days * DAY);
      const update = {
        items: [{ id: items.data[0]?.id ?? "", price: await price(unitAmount), quantity }],
        proration_behavior: "always_invoice" as const,
      } satisfies Stripe.SubscriptionUpdateParams;
      const change = await stripe.invoices.createPreview({ subscription: id, subscription_details: update });
      await stripe.subscriptions.update(id, update);
      expect(billed(change)).toEqual(await latest(id));

      if (bought.extra !== 0)
        await stripe.invoiceItems.create({ amount: bought.extra, currency: "usd", customer });
      const next = await stripe.invoices.createPreview({ subscription: id });
      shop.pass(next.period_end - shop.account.now() + 2 * 3600);
      expect(billed(next)).toEqual(await latest(id));
    }),
    runs(20),
  );
});
