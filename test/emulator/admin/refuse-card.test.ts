import type Stripe from "stripe";
import { expect, test } from "vitest";
import { adminOf } from "../support/admin";
import { customerWith, letPass, openShop } from "../support/shop";
import { useEmulator } from "../support/use-emulator";

const DAY = 86_400;

const emulator = useEmulator();

function charge(stripe: Stripe, customer: string, payment_method: string) {
  return stripe.paymentIntents.create({
    amount: 900,
    automatic_payment_methods: { enabled: true, allow_redirects: "never" },
    confirm: true,
    currency: "usd",
    customer,
    off_session: true,
    payment_method,
  });
}

test("a bank refuses the next payment with a good card, for the reason given, and pays the one after", async () => {
  const stripe = emulator.stripe("refused");
  const { id: customer, invoice_settings } = await customerWith(stripe, "pm_card_visa");
  const payment_method = String(invoice_settings.default_payment_method);
  await adminOf(emulator, "refused").post("cards/refuse", { payment_method, decline_code: "lost_card" });
  const pay = () => charge(stripe, customer, payment_method);
  await expect(pay()).rejects.toMatchObject({ code: "card_declined", decline_code: "lost_card" });
  expect((await pay()).status).toBe("succeeded");
});

test("a renewal that the bank refuses is paid by the next attempt", async () => {
  const { stripe, monthly } = await openShop(emulator, "renewal");
  const { id: customer, invoice_settings } = await customerWith(stripe, "pm_card_visa");
  const { id } = await stripe.subscriptions.create({ customer, items: [{ price: monthly.id }] });
  const admin = adminOf(emulator, "renewal");
  const payment_method = invoice_settings.default_payment_method;
  await admin.post("cards/refuse", { payment_method, decline_code: "insufficient_funds" });
  await letPass(emulator, "renewal", 31 * DAY + 7_200);
  expect((await stripe.subscriptions.retrieve(id)).status).toBe("past_due");
  await letPass(emulator, "renewal", 14 * DAY);
  expect((await stripe.subscriptions.retrieve(id)).status).toBe("active");
});

test("with 0 times the card is good again; what can't be meant is refused", async () => {
  const stripe = emulator.stripe("good");
  const admin = adminOf(emulator, "good");
  const { id: customer, invoice_settings } = await customerWith(stripe, "pm_card_visa");
  const payment_method = String(invoice_settings.default_payment_method);
  await admin.post("cards/refuse", { payment_method, times: 5 });
  await admin.post("cards/refuse", { payment_method, times: 0 });
  expect((await charge(stripe, customer, payment_method)).status).toBe("succeeded");
  const refused = [
    { payment_method: "pm_none" },
    { decline_code: "bad mood" },
    { times: -1 },
    { times: "many" },
  ];
  for (const wrong of refused) {
    const { status, json } = await admin.post("cards/refuse", { payment_method, ...wrong });
    expect([status >= 400, json], JSON.stringify(wrong)).toMatchObject([
      true,
      { error: { param: Object.keys(wrong)[0] } },
    ]);
  }
});
