import { describe, expect, it } from "vitest";
import { payOnPage, postForm } from "../../support/checkout-page";
import { checkoutShop, expanded } from "../../support/checkout-shop";
import { useEmulator } from "../../support/use-emulator";

const emulator = useEmulator();

const shopFor = (account: string) => checkoutShop(emulator, account);

describe("a session whose customer may choose", () => {
  it("takes a promotion code, which counts when it is used and not before", async () => {
    const { stripe, start, now } = await shopFor("promotion");
    const coupon = await stripe.coupons.create({ duration: "once", percent_off: 50 });
    const promotion = await stripe.promotionCodes.create({
      code: "SPRING",
      promotion: { coupon: coupon.id, type: "coupon" },
    });
    const session = await start({ allow_promotion_codes: true });
    const page = session.url ?? "";
    const wrong = await postForm(page, { do: "change", promotion_code: "WINTER" });
    expect(wrong.status).toBe(400);
    expect(wrong.text).toContain("This code is invalid.");
    await postForm(page, { do: "change", promotion_code: "spring" });
    expect(await now(session)).toMatchObject({ amount_total: 450, total_details: { amount_discount: 450 } });
    await postForm(page, { do: "change", promotion_code: "" });
    expect((await now(session)).amount_total).toBe(900);
    await postForm(page, { do: "change", promotion_code: "SPRING" });
    const stale = await payOnPage(emulator, session, { expected_amount: "900" });
    expect(stale.text).toContain("The amount has changed.");
    expect((await stripe.promotionCodes.retrieve(promotion.id)).times_redeemed).toBe(0);
    await payOnPage(emulator, session, { expected_amount: "450" });
    expect((await stripe.promotionCodes.retrieve(promotion.id)).times_redeemed).toBe(1);
    const { invoice } = await now(session, ["invoice"]);
    expect(expanded(invoice).amount_paid).toBe(450);
  });

  it("sells as many as its customer chooses, within bounds", async () => {
    const { monthly, start, now } = await shopFor("quantity");
    const session = await start({
      expand: ["line_items"],
      line_items: [
        { adjustable_quantity: { enabled: true, maximum: 5, minimum: 1 }, price: monthly.id, quantity: 1 },
      ],
    });
    const line = session.line_items?.data[0]?.id ?? "";
    const choose = (quantity: string) =>
      postForm(session.url ?? "", { do: "change", "line_item[id]": line, "line_item[quantity]": quantity });
    expect((await choose("6")).text).toContain("The quantity must be between 1 and 5.");
    await choose("3");
    await payOnPage(emulator, session);
    const { amount_total, subscription } = await now(session, ["subscription"]);
    expect(amount_total).toBe(2700);
    expect(expanded(subscription).items.data[0]?.quantity).toBe(3);
  });

  it("asks for an address and a tax id where it is to, and keeps them", async () => {
    const { stripe, start, now } = await shopFor("collected");
    const session = await start({
      billing_address_collection: "required",
      phone_number_collection: { enabled: true },
      tax_id_collection: { enabled: true },
    });
    expect((await payOnPage(emulator, session)).text).toContain("Missing required param: phone.");
    await payOnPage(emulator, session, {
      "address[country]": "FR",
      "address[line1]": "1 rue de Rivoli",
      phone: "+33 1 23",
      "tax_id[type]": "eu_vat",
      "tax_id[value]": "FR12345678901",
    });
    const done = await now(session);
    expect(done.customer_details).toMatchObject({
      address: { country: "FR", line1: "1 rue de Rivoli" },
      phone: "+33 1 23",
      tax_ids: [{ type: "eu_vat", value: "FR12345678901" }],
    });
    expect(await stripe.customers.retrieve(String(done.customer))).toMatchObject({ phone: "+33 1 23" });
    expect((await stripe.customers.listTaxIds(String(done.customer))).data).toHaveLength(1);
  });
});

describe("a session that asks for more", () => {
  it("keeps the answers to its own questions, and lets nobody pass who doesn't answer", async () => {
    const { start, now } = await shopFor("questions");
    const label = (custom: string) => ({ custom, type: "custom" as const });
    const session = await start({
      custom_fields: [
        { key: "club", label: label("Your club"), text: { maximum_length: 8 }, type: "text" },
        { key: "seats", label: label("Seats"), optional: true, type: "numeric" },
        {
          dropdown: { options: [{ label: "Large", value: "l" }] },
          key: "size",
          label: label("Size"),
          type: "dropdown",
        },
      ],
    });
    expect(session.custom_fields[0]).toMatchObject({ key: "club", optional: false, text: { value: null } });
    const page = await (await fetch(session.url ?? "")).text();
    expect(page).toContain("Your club");
    expect(page).toContain("Seats (optional)");
    const answer = (fields: Record<string, string>) => payOnPage(emulator, session, fields);
    expect((await answer({})).text).toContain("Missing required param: custom_fields[club].");
    const club = { "custom_fields[club]": "Readers" };
    expect((await answer({ ...club, "custom_fields[size]": "xl" })).text).toContain("Invalid value for Size");
    const long = { "custom_fields[club]": "A very long name", "custom_fields[size]": "l" };
    expect((await answer(long)).text).toContain("Invalid value for Your club");
    expect((await now(session)).status).toBe("open");
    await answer({ ...club, "custom_fields[size]": "l" });
    expect((await now(session)).custom_fields).toMatchObject([
      { key: "club", text: { value: "Readers" } },
      { key: "seats", numeric: { value: null } },
      { dropdown: { value: "l" }, key: "size" },
    ]);
  });

  it("wants its terms agreed to, says the merchant's words, and notes what was agreed", async () => {
    const { start, now } = await shopFor("terms");
    const session = await start({
      consent_collection: { promotions: "auto", terms_of_service: "required" },
      custom_text: { submit: { message: "We write once a month." } },
    });
    expect(await (await fetch(session.url ?? "")).text()).toContain("We write once a month.");
    expect((await payOnPage(emulator, session)).text).toContain("consent[terms_of_service]");
    await payOnPage(emulator, session, { "consent[terms_of_service]": "accepted" });
    expect((await now(session)).consent).toEqual({ promotions: "opt_out", terms_of_service: "accepted" });
  });

  it("sends what is bought where its customer says, in the way they chose, and charges for that", async () => {
    const { stripe, sell, now } = await shopFor("sent");
    const rate = (display_name: string, amount: number) => ({
      shipping_rate_data: {
        display_name,
        fixed_amount: { amount, currency: "usd" },
        type: "fixed_amount" as const,
      },
    });
    const session = await sell({
      customer_creation: "always",
      shipping_address_collection: { allowed_countries: ["FR", "DE"] },
      shipping_options: [rate("By post", 500), rate("By courier", 1200)],
    });
    expect(session).toMatchObject({
      amount_total: 2000,
      shipping_cost: { amount_total: 500 },
      total_details: { amount_shipping: 500 },
    });
    const courier = String(session.shipping_options[1]?.shipping_rate);
    await postForm(session.url ?? "", { do: "change", shipping_rate: courier });
    expect((await now(session)).amount_total).toBe(2700);
    const wrong = await postForm(session.url ?? "", { do: "change", shipping_rate: "shr_none" });
    expect(wrong.text).toContain("No such shipping rate");
    const to = (country: string) => ({
      "shipping[address][country]": country,
      "shipping[address][line1]": "1 rue de Rivoli",
      "shipping[name]": "Ada",
    });
    expect((await payOnPage(emulator, session, to("US"))).text).toContain("be sent to this country");
    await payOnPage(emulator, session, { ...to("FR"), expected_amount: "2700" });
    const done = await now(session, ["customer", "payment_intent"]);
    const shipping = { address: { country: "FR", line1: "1 rue de Rivoli" }, name: "Ada" };
    expect(done.collected_information?.shipping_details).toMatchObject(shipping);
    expect(expanded(done.payment_intent)).toMatchObject({ amount_received: 2700, shipping });
    expect(await stripe.customers.retrieve(String(expanded(done.customer).id))).toMatchObject({ shipping });
  });
});
