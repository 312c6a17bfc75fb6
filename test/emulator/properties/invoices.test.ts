import fc from "fast-check";
import { expect, it } from "vitest";
import { minimumCharge } from "@/emulator/billing/settlement";
import type { Held } from "@/emulator/core/kinds";
import { boughts, quantities, sell } from "./bought";
import { type InProcess, inProcess } from "./in-process";
import { runs } from "./runs";
import { stillTime } from "./still-time";

stillTime();

const DAY = 86_400;
const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);

/** What an invoice comes to, counted anew from its lines alone. */
function counted({ account: { store } }: InProcess, invoice: Held<"invoice">) {
  const lines = invoice.lines.map((id) => store.must("line_item", id));
  const discounts = lines.flatMap((line) =>
    (line.discount_amounts ?? []).map((one) => ({ ...one, own: line.discounts.includes(one.discount) })),
  );
  const taxes = lines.flatMap((line) => line.taxes ?? []);
  const subtotal =
    sum(lines.map(({ amount }) => amount)) -
    sum(discounts.filter(({ own }) => own).map(({ amount }) => amount));
  const off = sum(discounts.filter(({ own }) => !own).map(({ amount }) => amount));
  const added = sum(taxes.filter((tax) => tax.tax_behavior === "exclusive").map(({ amount }) => amount));
  const total = subtotal - off + added;
  return {
    subtotal,
    total,
    total_discounts: sum(discounts.map(({ amount }) => amount)),
    total_excluding_tax: total - sum(taxes.map(({ amount }) => amount)),
    total_taxes: sum(taxes.map(({ amount }) => amount)),
  };
}

/** What is asked for once the customer's balance is used, and what is left of that. */
function settled({ starting_balance: balance, status, total }: Held<"invoice">) {
  const owed = total + balance;
  if (status === "draft") return { amount_due: Math.max(0, owed), ending_balance: null };
  const asked = owed >= minimumCharge("usd") ? owed : 0;
  return { amount_due: asked, ending_balance: owed - asked };
}

it("an invoice's lines add up to its subtotal, and with discounts, taxes and the balance to what is due", async () => {
  const changes = fc.record({
    days: fc.integer({ max: 45, min: 0 }),
    quantity: quantities,
    unitAmount: fc.nat(6_000),
  });
  await fc.assert(
    fc.asyncProperty(boughts, fc.array(changes, { maxLength: 3, minLength: 1 }), async (bought, steps) => {
      const shop = inProcess();
      const { customer, price, terms } = await sell(shop, bought);
      const { id } = await shop.stripe.subscriptions.create({ customer, ...terms });
      for (const { days, quantity, unitAmount } of steps) {
        shop.pass(days * DAY);
        if (bought.extra !== 0) {
          await shop.stripe.invoiceItems.create({ amount: bought.extra, currency: "usd", customer });
        }
        const [item] = shop.account.store.must("subscription", id).items;
        await shop.stripe.subscriptions.update(id, {
          items: [{ id: item ?? "", price: await price(unitAmount), quantity }],
          proration_behavior: days % 2 === 0 ? "always_invoice" : "create_prorations",
        });
      }
      shop.pass(33 * DAY);
      await shop.stripe.subscriptions.cancel(id, { invoice_now: true, prorate: true });
      for (const invoice of shop.account.store.list("invoice")) {
        const { total_discount_amounts: discounts, total_taxes: taxes, ...told } = invoice;
        expect({
          amount_due: told.amount_due,
          ending_balance: told.ending_balance,
          subtotal: told.subtotal,
          total: told.total,
          total_discounts: sum((discounts ?? []).map(({ amount }) => amount)),
          total_excluding_tax: told.total_excluding_tax,
          total_taxes: sum((taxes ?? []).map(({ amount }) => amount)),
        }).toEqual({ ...counted(shop, invoice), ...settled(invoice) });
        expect(told.amount_paid + told.amount_remaining).toBe(told.amount_due);
      }
    }),
    runs(25),
  );
});
