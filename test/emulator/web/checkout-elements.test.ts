import { expect, test } from "vitest";
import { useCheckout } from "./checkout";

const checkout = useCheckout("checkout.tsx");

/** A session for a subscription over $19.00 a month that the merchant's page shows. */
async function startSession(params: Record<string, string>) {
  const price = await checkout.api("POST", "/v1/prices", {
    currency: "usd",
    unit_amount: "1900",
    "recurring[interval]": "month",
    "product_data[name]": "Studio",
  });
  const session = await checkout.api("POST", "/v1/checkout/sessions", {
    mode: "subscription",
    "line_items[0][price]": price.id,
    "line_items[0][quantity]": "1",
    return_url: `${checkout.account.origin}/invoices/done?session={CHECKOUT_SESSION_ID}`,
    ...params,
  });
  return {
    id: session.id,
    secret: session.client_secret,
    status: async () => (await checkout.api("GET", `/v1/checkout/sessions/${session.id}`)).status,
  };
}

const said = () => checkout.page.getByTestId("result").filter({ hasText: /./ }).textContent();

test("the React provider's elements confirm a session, with a code, after a refused card", async () => {
  const coupon = await checkout.api("POST", "/v1/coupons", { percent_off: "50", duration: "once" });
  await checkout.api("POST", "/v1/promotion_codes", {
    code: "HALF",
    "promotion[type]": "coupon",
    "promotion[coupon]": coupon.id,
  });
  const session = await startSession({ ui_mode: "elements", allow_promotion_codes: "true" });
  await checkout.open({ client_secret: session.secret });
  const button = checkout.page.getByRole("button", { name: "Pay" });
  expect(await button.isDisabled()).toBe(true);
  await checkout.page.getByLabel("Code").fill("NONE");
  await checkout.page.getByRole("button", { name: "Apply" }).click();
  expect(await said()).toContain("invalidCode");
  await checkout.page.getByLabel("Code").fill("HALF");
  await checkout.page.getByRole("button", { name: "Apply" }).click();
  await checkout.page.getByTestId("total").getByText("$9.50").waitFor();
  await checkout.page.getByLabel("E-mail").fill("ada@example.com");
  await checkout.fill("4000000000000002");
  await button.click();
  expect(await said()).toContain("paymentFailed");
  expect(await session.status()).toBe("open");
  await checkout.frame.getByLabel("Card number").fill("4242424242424242");
  await button.click();
  await checkout.page.getByTestId("status").getByText("complete").waitFor();
  expect(await session.status()).toBe("complete");
});

test("confirming asks for 3-D Secure in a modal and then leaves for the return address", async () => {
  const session = await startSession({ ui_mode: "elements", customer_email: "ada@example.com" });
  await checkout.open({ client_secret: session.secret, redirect: "always" });
  await checkout.fill("4000002760003184");
  await checkout.press();
  await checkout.challenge.locator("#test-source-authorize-3ds").click();
  await checkout.page.waitForURL(`**/invoices/done?session=${session.id}`);
  expect(await session.status()).toBe("complete");
});

test("a way of sending is chosen among those of the session, and counted", async () => {
  const price = await checkout.api("POST", "/v1/prices", {
    currency: "usd",
    "product_data[name]": "Handbook",
    unit_amount: "1500",
  });
  const way = (index: number, name: string, amount: string) => ({
    [`shipping_options[${index}][shipping_rate_data][display_name]`]: name,
    [`shipping_options[${index}][shipping_rate_data][fixed_amount][amount]`]: amount,
    [`shipping_options[${index}][shipping_rate_data][fixed_amount][currency]`]: "usd",
    [`shipping_options[${index}][shipping_rate_data][type]`]: "fixed_amount",
  });
  const session = await startSession({
    "line_items[0][price]": price.id,
    mode: "payment",
    ui_mode: "elements",
    ...way(0, "By post", "500"),
    ...way(1, "By courier", "1200"),
  });
  await checkout.page.goto(checkout.address({ client_secret: session.secret }));
  const told = await checkout.page.evaluate(`(async () => {
    const checkout = Stripe("pk_test_${checkout.account.name}").initCheckoutElementsSdk({ clientSecret: "${session.secret}" });
    const { actions } = await checkout.loadActions();
    const { shippingOptions, total } = actions.getSession();
    const wrong = await actions.updateShippingOption("shr_none");
    const { session } = await actions.updateShippingOption(shippingOptions[1].id);
    return {
      before: [total.shippingRate.amount, total.total.amount],
      names: shippingOptions.map(({ displayName }) => displayName),
      wrong: wrong.error.message,
      chosen: session.shipping.shippingOption.displayName,
      after: [session.total.shippingRate.amount, session.total.total.amount],
    };
  })()`);
  expect(told).toEqual({
    before: ["$5.00", "$20.00"],
    names: ["By post", "By courier"],
    wrong: "No such shipping rate: 'shr_none'",
    chosen: "By courier",
    after: ["$12.00", "$27.00"],
  });
});

test("a secret of nothing is an error the page is told of", async () => {
  await checkout.page.goto(checkout.address({ client_secret: "cs_test_none_secret_none" }));
  expect(await said()).toContain("No such");
});

test("the embedded page pays in its frame and tells the page around it", async () => {
  const session = await startSession({ redirect_on_completion: "never", ui_mode: "embedded_page" });
  await checkout.page.goto(checkout.address({ client_secret: session.secret, embedded: "" }));
  const page = checkout.page.frameLocator('iframe[name="embedded-checkout"]');
  const card = page.frameLocator('iframe[title="Secure payment input frame"]');
  await page.getByLabel("E-mail").fill("ada@example.com");
  await card.getByLabel("Card number").fill("4242424242424242");
  await card.getByLabel("Expiration date").fill("12 / 34");
  await card.getByLabel("Security code").fill("123");
  await card.getByLabel("ZIP code").fill("94107");
  await page.getByRole("button", { name: "Subscribe and pay" }).click();
  expect(await said()).toBe("complete");
  expect(await session.status()).toBe("complete");
  expect(await page.getByText("Your payment of $19.00 went through.").count()).toBe(1);
});
