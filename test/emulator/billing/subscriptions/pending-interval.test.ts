import { expect, it } from "vitest";
import { customerWith, letPass, openShop } from "../../support/shop";
import { useEmulator } from "../../support/use-emulator";

const DAY = 86_400;

const emulator = useEmulator();

async function weekly(account: string) {
  const { stripe, yearly } = await openShop(emulator, account);
  const { id: customer } = await customerWith(stripe, "pm_card_visa");
  const subscription = await stripe.subscriptions.create({
    customer,
    items: [{ price: yearly.id }],
    pending_invoice_item_interval: { interval: "week" },
  });
  const owe = (amount: number) =>
    stripe.invoiceItems.create({ amount, currency: "usd", customer, subscription: subscription.id });
  const totals = async () => (await stripe.invoices.list({ customer })).data.map(({ total }) => total);
  return { stripe, subscription, owe, totals };
}

it("what is pending is billed each week, and nothing where nothing is", async () => {
  const { stripe, subscription, owe, totals } = await weekly("each-week");
  const { billing_cycle_anchor: begun, id } = subscription;
  expect(subscription).toMatchObject({
    next_pending_invoice_item_invoice: begun + 7 * DAY,
    pending_invoice_item_interval: { interval: "week", interval_count: 1 },
  });
  await owe(300);
  await letPass(emulator, "each-week", 8 * DAY);
  expect(await totals()).toEqual([300, 9000]);
  await letPass(emulator, "each-week", 7 * DAY);
  await owe(200);
  await letPass(emulator, "each-week", 7 * DAY);
  const { data } = await stripe.invoices.list({ subscription: id });
  expect(data).toMatchObject([
    { status: "paid", total: 200 },
    { status: "paid", total: 300 },
    { total: 9000 },
  ]);
  expect(await stripe.subscriptions.retrieve(id)).toMatchObject({
    next_pending_invoice_item_invoice: begun + 28 * DAY,
  });
});

it("no longer once it is unset, or the subscription is over", async () => {
  const { stripe, subscription, owe, totals } = await weekly("unset");
  await owe(300);
  const unset = await stripe.subscriptions.update(subscription.id, { pending_invoice_item_interval: "" });
  expect(unset).toMatchObject({
    next_pending_invoice_item_invoice: null,
    pending_invoice_item_interval: null,
  });
  await letPass(emulator, "unset", 30 * DAY);
  expect(await totals()).toEqual([9000]);
  const other = await weekly("over");
  await other.stripe.subscriptions.cancel(other.subscription.id);
  await letPass(emulator, "over", 30 * DAY);
  expect(await other.totals()).toEqual([9000]);
});
