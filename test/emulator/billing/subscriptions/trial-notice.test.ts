import type Stripe from "stripe";
import { expect, it } from "vitest";
import { customerWith, letPass, openShop } from "../../support/shop";
import { useEmulator } from "../../support/use-emulator";

const DAY = 86_400;

const emulator = useEmulator();

/** The trials' ends that were announced, the last first. */
async function announced(stripe: Stripe): Promise<(number | null)[]> {
  const { data } = await stripe.events.list({ type: "customer.subscription.trial_will_end" });
  return data.map(({ data: { object } }) => ("trial_end" in object ? object.trial_end : null));
}

async function onTrial(account: string) {
  const { stripe, monthly } = await openShop(emulator, account);
  const { id: customer } = await customerWith(stripe, "pm_card_visa");
  const { id, created } = await stripe.subscriptions.create({
    ...{ customer, items: [{ price: monthly.id }], trial_period_days: 14 },
  });
  return { stripe, id, day: (days: number) => created + days * DAY };
}

it("announces a trial made longer three days before its new end, and not before its old one", async () => {
  const { stripe, id, day } = await onTrial("longer");
  await stripe.subscriptions.update(id, { trial_end: day(30) });
  await letPass(emulator, "longer", 26 * DAY);
  expect(await announced(stripe)).toEqual([]);
  await letPass(emulator, "longer", 2 * DAY);
  expect(await announced(stripe)).toEqual([day(30)]);
  await stripe.subscriptions.update(id, { trial_end: day(45) });
  await letPass(emulator, "longer", 15 * DAY);
  expect(await announced(stripe)).toEqual([day(45), day(30)]);
});

it("announces at once a trial of which less than three days are left, and one that ends now, and nothing else", async () => {
  const { stripe, id, day } = await onTrial("shorter");
  await stripe.subscriptions.update(id, { trial_end: day(2) });
  expect(await announced(stripe)).toEqual([day(2)]);
  await stripe.subscriptions.update(id, { metadata: { seen: "yes" } });
  expect(await announced(stripe)).toHaveLength(1);
  const { trial_end: end } = await stripe.subscriptions.update(id, { trial_end: "now" });
  expect(await announced(stripe)).toEqual([end, day(2)]);
});
