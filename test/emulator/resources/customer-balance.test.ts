import { describe, expect, it } from "vitest";
import { customerWith, letPass, openShop } from "../support/shop";
import { useEmulator } from "../support/use-emulator";

const emulator = useEmulator();

async function withBalance(account: string, amount: number) {
  const shop = await openShop(emulator, account);
  const { stripe } = shop;
  const { id } = await customerWith(stripe, "pm_card_visa");
  await stripe.customers.createBalanceTransaction(id, { amount, currency: "usd" });
  const ledger = async () => {
    const { data } = await stripe.customers.listBalanceTransactions(id);
    return data.map(({ amount, ending_balance, type }) => [type, amount, ending_balance]).reverse();
  };
  const balance = async () => {
    const customer = await stripe.customers.retrieve(id);
    return customer.deleted ? null : customer.balance;
  };
  return { ...shop, id, ledger, balance };
}

describe("a customer's credit", () => {
  it("pays invoices before the card does, and each change is in the ledger", async () => {
    const { stripe, monthly, id, ledger, balance } = await withBalance("credit", -500);
    const subscription = await stripe.subscriptions.create({
      customer: id,
      expand: ["latest_invoice"],
      items: [{ price: monthly.id }],
    });
    expect(subscription.latest_invoice).toMatchObject({
      amount_due: 400,
      amount_paid: 400,
      ending_balance: 0,
      starting_balance: -500,
      total: 900,
    });
    expect(await balance()).toBe(0);
    expect(await ledger()).toEqual([
      ["adjustment", -500, -500],
      ["applied_to_invoice", 500, 0],
    ]);
  });

  it("comes back when the invoice it paid for is void", async () => {
    const { stripe, id, ledger } = await withBalance("void", -300);
    const draft = await stripe.invoices.create({
      collection_method: "send_invoice",
      customer: id,
      days_until_due: 3,
    });
    await stripe.invoiceItems.create({ customer: id, invoice: draft.id, amount: 1000, currency: "usd" });
    expect(await stripe.invoices.finalizeInvoice(draft.id)).toMatchObject({ amount_due: 700 });
    await stripe.invoices.voidInvoice(draft.id);
    expect((await ledger()).at(-1)).toEqual(["unapplied_from_invoice", -300, -300]);
  });
});

it("an amount too small to charge is added to what the customer owes", async () => {
  const { stripe, id, ledger } = await withBalance("small", 10);
  const draft = await stripe.invoices.create({ customer: id });
  await stripe.invoiceItems.create({ customer: id, invoice: draft.id, amount: 30, currency: "usd" });
  const paid = await stripe.invoices.finalizeInvoice(draft.id);
  expect(paid).toMatchObject({
    status: "paid",
    amount_due: 0,
    ending_balance: 40,
    attempted: true,
    attempt_count: 0,
  });
  expect((await ledger()).at(-1)).toEqual(["invoice_too_small", 30, 40]);
});

it("a balance in another currency is refused", async () => {
  const { stripe, id } = await withBalance("currency", -100);
  await expect(
    stripe.customers.createBalanceTransaction(id, { amount: -100, currency: "eur" }),
  ).rejects.toThrow("You cannot combine currencies");
});

describe("a tax id", () => {
  it("is verified a little later, and stands on invoices", async () => {
    const { stripe, id } = await withBalance("tax-id", -100);
    const good = await stripe.customers.createTaxId(id, { type: "eu_vat", value: "DE123456789" });
    const bad = await stripe.customers.createTaxId(id, { type: "eu_vat", value: "111111111" });
    expect(good).toMatchObject({ country: "DE", verification: { status: "pending" } });
    await letPass(emulator, "tax-id", 5);
    const status = async (taxId: string) =>
      (await stripe.customers.retrieveTaxId(id, taxId)).verification?.status;
    expect([await status(good.id), await status(bad.id)]).toEqual(["verified", "unverified"]);
    expect((await stripe.invoices.create({ customer: id })).customer_tax_ids).toHaveLength(2);
  });

  it("of the wrong form is refused", async () => {
    const { stripe, id } = await withBalance("tax-form", -100);
    await expect(stripe.customers.createTaxId(id, { type: "us_ein", value: "123" })).rejects.toMatchObject({
      code: "tax_id_invalid",
      param: "value",
    });
  });
});
