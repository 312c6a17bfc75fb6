import { expect } from "vitest";
import facts from "../golden-facts.json" with { type: "json" };
import type { Facts } from "./lived";
import { itemOf, type OnClock, onClock } from "./on-clock";

const START = 1_790_021_304;
const MONTH = 2_592_000;

/** Bills a change of price or quantity at once, prorated from `proration_date` on. */
async function changeAt(shop: OnClock, id: string, proration_date: number, change: object) {
  const before = await shop.stripe.subscriptions.retrieve(id);
  const updated = await shop.stripe.subscriptions.update(id, {
    items: [{ id: itemOf(before).id, ...change }],
    proration_behavior: "always_invoice",
    proration_date,
  });
  const invoice = await shop.latest(updated);
  return { updated, invoice, amounts: invoice.lines.data.map(({ amount }) => amount) };
}

export const PRORATION_FACTS: Facts = {
  "proration-tie": async (emulator) => {
    const { setup, action, expect: recorded } = facts["proration-tie"];
    const [start = 0, end] = setup.period;
    const shop = await onClock(emulator, "proration-tie", start, "s01 proration");
    const subscription = await shop.subscribe(await shop.price(setup.price), setup.quantity);
    expect(itemOf(subscription)).toMatchObject({ current_period_end: end, current_period_start: start });
    const update = action["subscriptions.update"];
    await shop.reach(recorded.invoice.period_end);
    const price = await shop.price(update["items[0][price]"]);
    const { invoice } = await changeAt(shop, subscription.id, update.proration_date, { price });
    expect(invoice).toMatchObject({ ...recorded.invoice, total: recorded.total });
    const [from, to] = recorded.line_period;
    expect(invoice.lines.data).toMatchObject(
      recorded.lines.map((amount, index) => ({
        amount,
        description: recorded.descriptions[index],
        period: { end: to, start: from },
      })),
    );
    expect(await shop.stripe.customers.retrieve(shop.customer)).toMatchObject({ balance: 1 });
  },

  "proration-year": async (emulator) => {
    const { setup, action, expect: recorded } = facts["proration-year"];
    const shop = await onClock(emulator, "proration-year", setup.period_start, "Test Subscription");
    const subscription = await shop.subscribe(await shop.price(setup.price));
    expect(itemOf(subscription).current_period_end).toBe(setup.period_end);
    await shop.reach(action.at);
    const price = await shop.price(25_000, "year");
    const { updated, invoice, amounts } = await changeAt(shop, subscription.id, action.at, { price });
    expect(amounts).toEqual(recorded.lines);
    expect(invoice.lines.data.map(({ description }) => description)).toEqual(recorded.descriptions);
    const { current_period_end, current_period_start } = itemOf(updated);
    expect([current_period_start, current_period_end]).toEqual(recorded["item.period"]);
  },

  "proration-quantity-whole-item": async (emulator) => {
    const { setup, action, expect: recorded } = facts["proration-quantity-whole-item"];
    const shop = await onClock(emulator, "proration-quantity", START);
    const subscription = await shop.subscribe(await shop.price(setup.price), setup.quantity);
    const at = START + MONTH - MONTH / 400;
    const change = { quantity: action["update quantity"] };
    expect((await changeAt(shop, subscription.id, at, change)).amounts).toEqual(recorded.lines);
  },

  "proration-third": async (emulator) => {
    const { setup, action, expect: recorded } = facts["proration-third"];
    const shop = await onClock(emulator, "proration-third", START);
    const subscription = await shop.subscribe(await shop.price(setup.price));
    const at = START + MONTH - MONTH / 3;
    const price = await shop.price(action["update price"]);
    const { invoice, amounts } = await changeAt(shop, subscription.id, at, { price });
    expect(amounts).toEqual(recorded.lines);
    const { amount_due, ending_balance, total } = recorded;
    expect(invoice).toMatchObject({ amount_due, ending_balance, status: "paid", total });
    expect(invoice).toMatchObject({ attempt_count: 0, attempted: true });
    const { data } = await shop.stripe.customers.listBalanceTransactions(shop.customer);
    expect(data).toMatchObject([
      { ...recorded.customer_balance_transaction, ending_balance, invoice: invoice.id },
    ]);
    expect(await shop.stripe.customers.retrieve(shop.customer)).toMatchObject({ balance: ending_balance });
  },

  "sub-minimum-rolls": async (emulator) => {
    const shop = await onClock(emulator, "sub-minimum-rolls", START);
    const at = START + MONTH - MONTH / 400;
    for (const [from, to, total] of [
      [1000, 1800, 1],
      [1000, 20_600, 48],
    ] as const) {
      const subscription = await shop.subscribe(await shop.price(from));
      const before = await balanceOf(shop);
      const { invoice } = await changeAt(shop, subscription.id, at, { price: await shop.price(to) });
      expect(invoice).toMatchObject({
        amount_due: 0,
        attempt_count: 0,
        attempted: true,
        status: "paid",
        total,
      });
      expect(await balanceOf(shop)).toBe(before + total);
    }
    const { id } = await shop.subscribe(await shop.price(1000));
    const { invoice } = await changeAt(shop, id, at, { price: await shop.price(21_400) });
    expect(invoice).toMatchObject({ amount_due: 50, attempt_count: 1, status: "paid", total: 50 });
  },
};

async function balanceOf({ stripe, customer }: OnClock): Promise<number> {
  const found = await stripe.customers.retrieve(customer);
  return found.deleted ? Number.NaN : found.balance;
}
