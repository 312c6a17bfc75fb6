import { describe, expect, it } from "vitest";
import { customerWith, eventTypes, lastEvent, openShop } from "../support/shop";
import { useEmulator } from "../support/use-emulator";

const emulator = useEmulator();

async function customerOf(account: string) {
  const shop = await openShop(emulator, account);
  const customer = await customerWith(shop.stripe, "pm_card_visa");
  return { ...shop, customer: customer.id };
}

describe("a portal session", () => {
  it("that names no configuration gets the default one, made when it is first needed", async () => {
    const { stripe, customer } = await customerOf("default");
    const before = await lastEvent(stripe);
    const session = await stripe.billingPortal.sessions.create({
      customer,
      return_url: "https://example.com/account",
    });
    expect(session).toMatchObject({ customer, flow: null, return_url: "https://example.com/account" });
    expect(session.url).toContain("/portal/session/");
    await stripe.billingPortal.sessions.create({ customer });
    expect(await eventTypes(stripe, before)).toEqual([
      "billing_portal.configuration.created",
      "billing_portal.session.created",
      "billing_portal.session.created",
    ]);
    const { data } = await stripe.billingPortal.configurations.list({ is_default: true });
    expect(data).toHaveLength(1);
  });

  it("can be for one thing, if the portal offers it and the subscription is the customer's", async () => {
    const { stripe, customer, monthly } = await customerOf("flow");
    const { id: subscription } = await stripe.subscriptions.create({
      customer,
      items: [{ price: monthly.id }],
    });
    const cancel = (of: string) =>
      stripe.billingPortal.sessions.create({
        customer: of,
        flow_data: { type: "subscription_cancel", subscription_cancel: { subscription } },
      });
    expect((await cancel(customer)).flow).toMatchObject({
      after_completion: { type: "portal_homepage" },
      subscription_cancel: { subscription, retention: null },
      type: "subscription_cancel",
    });
    const other = await stripe.customers.create();
    await expect(cancel(other.id)).rejects.toMatchObject({
      param: "flow_data[subscription_cancel][subscription]",
    });
    await expect(
      stripe.billingPortal.sessions.create({
        customer,
        flow_data: { type: "subscription_update", subscription_update: { subscription } },
      }),
    ).rejects.toMatchObject({ param: "flow_data[type]" });
  });
});

describe("a portal's configuration", () => {
  it("changes feature by feature", async () => {
    const { stripe } = await customerOf("features");
    const made = await stripe.billingPortal.configurations.create({
      business_profile: { headline: "Essays" },
      features: { invoice_history: { enabled: true } },
    });
    const changed = await stripe.billingPortal.configurations.update(made.id, {
      features: { subscription_cancel: { enabled: true, mode: "immediately" } },
    });
    expect(changed).toMatchObject({
      active: true,
      business_profile: { headline: "Essays" },
      features: {
        invoice_history: { enabled: true },
        subscription_cancel: { enabled: true, mode: "immediately" },
      },
      is_default: false,
    });
  });

  it("offers changes only of products it names, with prices of theirs", async () => {
    const { stripe, product, monthly } = await customerOf("products");
    const create = (products: { prices: string[]; product: string }[]) =>
      stripe.billingPortal.configurations.create({
        features: {
          subscription_update: { default_allowed_updates: ["price"], enabled: true, products },
        },
      });
    await expect(create([])).rejects.toMatchObject({ param: "features[subscription_update]" });
    const other = await stripe.products.create({ name: "Other" });
    await expect(create([{ prices: [monthly.id], product: other.id }])).rejects.toMatchObject({
      param: "features[subscription_update][products][0][prices][0]",
    });
    expect((await create([{ prices: [monthly.id], product: product.id }])).active).toBe(true);
  });

  it("that isn't active opens no session", async () => {
    const { stripe, customer } = await customerOf("inactive");
    const made = await stripe.billingPortal.configurations.create({
      features: { invoice_history: { enabled: true } },
    });
    await stripe.billingPortal.configurations.update(made.id, { active: false });
    await expect(
      stripe.billingPortal.sessions.create({ configuration: made.id, customer }),
    ).rejects.toMatchObject({ param: "configuration" });
  });
});

it("a customer session says what a browser may show, for half an hour", async () => {
  const { stripe, customer } = await customerOf("customer-session");
  const session = await stripe.customerSessions.create({
    customer,
    components: { payment_element: { enabled: true, features: { payment_method_redisplay: "enabled" } } },
  });
  expect(session.client_secret).toMatch(/^cuss_secret_/);
  expect(session.expires_at - session.created).toBe(1800);
  expect(session.components?.payment_element).toMatchObject({
    enabled: true,
    features: { payment_method_redisplay: "enabled", payment_method_remove: "disabled" },
  });
  await expect(stripe.customerSessions.create({ customer, components: {} })).rejects.toMatchObject({
    statusCode: 400,
  });
});
