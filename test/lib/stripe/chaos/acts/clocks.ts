import { letPass } from "@/test/emulator/support/shop";
import { time } from "../time";
import { type Act, one } from "./business";

/** Where a test clock is set, in seconds from the present: nearby is where simulated dates deceive most. */
const offsets = [-100, 0, 100, 31_536_000];

/** Customers who live in simulated time. https://docs.stripe.com/billing/testing/test-clocks */
export const clocks = {
  async arriveOnClock({ stripe, customers, methods, clocks }, which) {
    const frozen_time = Math.floor(time.seconds) + one(offsets, which);
    const { id } = await stripe.testHelpers.testClocks.create({ frozen_time });
    clocks.push(id);
    const customer = await stripe.customers.create({ email: `clock${which}@example.com`, test_clock: id });
    customers.push(customer.id);
    const method = await stripe.paymentMethods.attach("pm_card_visa", { customer: customer.id });
    methods.push(method.id);
    await stripe.customers.update(customer.id, { invoice_settings: { default_payment_method: method.id } });
  },
  async advanceClock({ stripe, clocks, standIn, account }, which) {
    const { id, frozen_time } = await stripe.testHelpers.testClocks.retrieve(one(clocks, which));
    const later = frozen_time + (which % 2 === 0 ? 60 : 20 * 86_400);
    await stripe.testHelpers.testClocks.advance(id, { frozen_time: later });
    // What is due on the way happens now.
    await letPass(standIn, account, 0);
  },
} satisfies Record<string, Act>;
