import { DAY, HOUR, type Scenario, type Scenarios, type Stage } from "./stage";

/** What time does to subscriptions. */
export const renewals: Scenarios = {
  "7 days before renewal": async (stage) => {
    await toEve(stage, 8 * DAY);
    return stage.during(() => stage.pass(2 * DAY));
  },
  "3 days before a trial ends": async ({ subscription, during, pass }) => {
    await subscription("pm_card_visa", { trial_period_days: 30 });
    await pass(26 * DAY);
    return during(() => pass(2 * DAY));
  },
  renewal: renewedWith(),
  "renewal, payment fails": renewedWith("pm_card_chargeCustomerFail"),
  "renewal, 3DS needed off session": renewedWith("pm_card_authenticationRequired"),
  "retry fails, not the last": (stage) => retried(stage, "cancel", 3),
  "last retry fails, cancel": (stage) => retried(stage, "cancel", 2),
  "last retry fails, unpaid": (stage) => retried(stage, "unpaid", 2),
  "last retry fails, past_due": (stage) => retried(stage, "past_due", 2),
  "retry succeeds": async (stage) => {
    const { id, customer } = await failed(stage, "cancel", 3);
    const good = await stage.stripe.paymentMethods.attach("pm_card_visa", { customer });
    await stage.stripe.subscriptions.update(id, { default_payment_method: good.id });
    return stage.during(() => stage.pass(4 * DAY));
  },
  "trial ends, with a card": async ({ subscription, during, pass }) => {
    await subscription("pm_card_visa", { trial_period_days: 7 });
    await pass(6 * DAY);
    return during(() => pass(DAY + 2 * HOUR));
  },
  "trial ends, no card, create_invoice": trialWithout("create_invoice"),
  "trial ends, no card, cancel": trialWithout("cancel"),
  "trial ends, no card, pause": trialWithout("pause"),
};

/** A subscription so many seconds before its first period is over, its card by then the one of the name. */
async function toEve(stage: Stage, seconds: number, card = "pm_card_visa") {
  const { stripe, subscription, pass } = stage;
  const { id, customer, items } = await subscription();
  const method = await stripe.paymentMethods.attach(card, { customer: String(customer) });
  await stripe.subscriptions.update(id, { default_payment_method: method.id });
  const end = items.data[0]?.current_period_end ?? 0;
  await pass(end - Math.floor(Date.now() / 1000) - seconds);
  return { id, customer: String(customer) };
}

function renewedWith(card?: string): Scenario {
  return async (stage) => {
    await toEve(stage, HOUR, card);
    return stage.during(() => stage.pass(3 * HOUR));
  };
}

/** A subscription whose renewal was refused once, of so many attempts in as many days times two. */
async function failed(stage: Stage, end: string, attempts: number) {
  await stage.admin.post("retries", { attempts, days: 2 * attempts, end });
  const begun = await toEve(stage, HOUR, "pm_card_chargeCustomerFail");
  await stage.pass(3 * HOUR);
  return begun;
}

async function retried(stage: Stage, end: string, attempts: number): Promise<string[]> {
  await failed(stage, end, attempts);
  return stage.during(() => stage.pass(2 * DAY));
}

function trialWithout(missing_payment_method: "cancel" | "create_invoice" | "pause"): Scenario {
  return async ({ subscription, during, pass }) => {
    await subscription(null, {
      trial_period_days: 7,
      trial_settings: { end_behavior: { missing_payment_method } },
    });
    await pass(6 * DAY);
    return during(() => pass(DAY + 2 * HOUR));
  };
}
