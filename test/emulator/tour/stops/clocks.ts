import { letPass, openShop } from "../../support/shop";
import type { Guide } from "../tour";

const DAY = 86_400;

/** Test clocks, and a customer whose life runs on one. */
export async function clocks({ stripe, emulator, account }: Guide): Promise<void> {
  const { monthly } = await openShop(emulator, account);
  const start = Date.UTC(2027, 0, 31) / 1000;
  const clock = await stripe.testHelpers.testClocks.create({ frozen_time: start, name: "A year" });
  await stripe.testHelpers.testClocks.list();
  const { id: customer } = await stripe.customers.create({
    payment_method: "pm_card_visa",
    test_clock: clock.id,
  });
  const [method] = (await stripe.customers.listPaymentMethods(customer)).data;
  await stripe.subscriptions.create({
    customer,
    default_payment_method: method?.id ?? "",
    items: [{ price: monthly.id }],
  });
  await stripe.testHelpers.testClocks.advance(clock.id, { frozen_time: start + 40 * DAY });
  await letPass(emulator, account, 0);
  await stripe.testHelpers.testClocks.retrieve(clock.id);
  await stripe.testHelpers.testClocks.del(clock.id);
}
