import { expect } from "@playwright/test";
import { expectAccountAsAtStripe } from "../acts/agreeing";
import { studio } from "../acts/paying";
import { signUp } from "../acts/people";
import { expectClosed, expectOpen, workshop } from "../acts/reading";
import { payFromNowOn } from "../acts/stripe";
import { subscribe } from "../acts/subscribing";
import { test } from "../support/test-apart";

test("a payment given back in full closes, the next one opens, and a dispute closes when it is lost and not before", async ({
  page,
  app,
  pass,
}) => {
  const person = await signUp(page);
  const { stripe, deliver } = app.account;
  const read = () => page.goto(workshop.path);
  await subscribe(app, person, studio);
  const { customer } = await expectAccountAsAtStripe(page, app, person);
  const lastCharge = async () =>
    (await stripe.charges.list({ customer: String(customer), limit: 1 })).data[0];
  await stripe.refunds.create({ charge: (await lastCharge())?.id ?? "" });
  await deliver();
  expect((await lastCharge())?.refunded).toBe(true);
  await read();
  await expectClosed(page, workshop);
  await expectAccountAsAtStripe(page, app, person);
  await expect(page.getByText("what you paid for it was given back").first()).toBeVisible();

  await payFromNowOn(app, person, "pm_card_createDispute");
  await pass(32);
  const charge = (await lastCharge())?.id ?? "";
  const dispute = (await stripe.disputes.list({ charge })).data[0];
  expect(dispute?.status).toBe("needs_response");
  await read();
  await expectOpen(page, workshop);
  expect((await stripe.disputes.close(dispute?.id ?? "")).status).toBe("lost");
  await deliver();
  await read();
  await expectClosed(page, workshop);
  await expectAccountAsAtStripe(page, app, person);
  await expect(page.getByText("your bank took the payment back").first()).toBeVisible();
});
