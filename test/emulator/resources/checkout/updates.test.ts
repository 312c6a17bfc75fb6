import type Stripe from "stripe";
import { describe, expect, it } from "vitest";
import { confirmByScript, payOnPage, postForm } from "../../support/checkout-page";
import { checkoutShop, expanded } from "../../support/checkout-shop";
import { useEmulator } from "../../support/use-emulator";

const emulator = useEmulator();

const book = { currency: "usd", product_data: { name: "A book" }, unit_amount: 1500 };
const pen = { currency: "usd", product_data: { name: "A pen" }, unit_amount: 300 };
const rate = (display_name: string, amount: number) => ({
  shipping_rate_data: {
    display_name,
    fixed_amount: { amount, currency: "usd" },
    type: "fixed_amount" as const,
  },
});

/** A session drawn by its merchant's own page, with a book in it, and its lines. */
async function drawnSession(account: string, params: Partial<Stripe.Checkout.SessionCreateParams> = {}) {
  const shop = await checkoutShop(emulator, account);
  const session = await shop.stripe.checkout.sessions.create({
    expand: ["line_items"],
    line_items: [{ price_data: book, quantity: 1 }],
    mode: "payment",
    return_url: "https://example.com/done",
    ui_mode: "elements",
    ...params,
  });
  const confirm = (fields: Record<string, string> = {}) =>
    confirmByScript(emulator, account, session.id, {
      email: "reader@example.com",
      payment_method: "pm_card_visa",
      ...fields,
    });
  return { ...shop, confirm, session, line: session.line_items?.data[0]?.id ?? "" };
}

describe("an open session", () => {
  it("keeps the lines that are named, adds others and counts them all", async () => {
    const { confirm, line, now, session, stripe } = await drawnSession("lines");
    const updated = await stripe.checkout.sessions.update(session.id, {
      expand: ["line_items"],
      line_items: [
        { price_data: pen, quantity: 2 },
        { id: line, metadata: { cover: "cloth" }, quantity: 3 },
      ],
    });
    expect(updated.amount_total).toBe(2 * 300 + 3 * 1500);
    expect(updated.line_items?.data).toMatchObject([
      { description: "A pen", quantity: 2 },
      { amount_total: 4500, description: "A book", id: line, metadata: { cover: "cloth" } },
    ]);
    const stale = await confirm({ expected_amount: "1500" });
    expect(stale.json.error).toMatchObject({ code: "checkout_amount_mismatch" });
    await confirm({ expected_amount: "5100" });
    const { payment_intent } = await now(session, ["payment_intent"]);
    expect(expanded(payment_intent).amount_received).toBe(5100);
  });

  it("forgets the line that isn't named, and puts another price in a line's place", async () => {
    const { line, session, stripe } = await drawnSession("prices");
    const other = await stripe.prices.create(pen);
    const { line_items } = await stripe.checkout.sessions.update(session.id, {
      expand: ["line_items"],
      line_items: [{ id: line, price: other.id }],
    });
    expect(line_items?.data).toMatchObject([{ id: line, price: { id: other.id }, amount_total: 300 }]);
    await stripe.checkout.sessions.update(session.id, { line_items: [{ price: other.id, quantity: 1 }] });
    await expect(
      stripe.checkout.sessions.update(session.id, { line_items: [{ id: line }] }),
    ).rejects.toMatchObject({ code: "resource_missing", param: "line_items[0][id]" });
  });

  it("takes no line that its mode or currency can't sell, and stays as it was", async () => {
    const { line, monthly, now, session, stripe } = await drawnSession("unfit");
    const update = (line_items: Stripe.Checkout.SessionUpdateParams.LineItem[]) =>
      stripe.checkout.sessions.update(session.id, { line_items });
    await expect(update([{ id: line }, { price: monthly.id, quantity: 1 }])).rejects.toThrow("recurring");
    await expect(update([{ price_data: { ...pen, currency: "eur" }, quantity: 1 }])).rejects.toThrow("usd");
    expect((await now(session)).amount_total).toBe(1500);
  });

  it("offers other ways of sending, the chosen one as long as it is among them", async () => {
    const { now, session, stripe } = await drawnSession("ways", {
      shipping_options: [rate("By post", 500), rate("By courier", 1200)],
    });
    const [, courier] = session.shipping_options;
    const shipping_rate = String(courier?.shipping_rate);
    const choose = await emulator.request("POST", `/v1/payment_pages/${session.id}`, {
      key: "pk_test_ways",
      body: new URLSearchParams({ shipping_rate }).toString(),
    });
    expect(choose.status).toBe(200);
    const kept = await stripe.checkout.sessions.update(session.id, {
      shipping_options: [rate("By bicycle", 100), { shipping_rate }],
    });
    expect(kept).toMatchObject({ amount_total: 2700, shipping_cost: { amount_total: 1200 } });
    const gone = await stripe.checkout.sessions.update(session.id, {
      shipping_options: [rate("By bicycle", 100)],
    });
    expect(gone).toMatchObject({ amount_total: 1600, shipping_cost: { amount_total: 100 } });
    await stripe.checkout.sessions.update(session.id, { shipping_options: "" });
    expect(await now(session)).toMatchObject({ amount_total: 1500, shipping_cost: null });
  });

  it("sends to where its merchant has said, and pays as its merchant has said", async () => {
    const { confirm, now, session, stripe } = await drawnSession("said", {
      payment_intent_data: { description: "A book", statement_descriptor_suffix: "BOOK" },
      permissions: { update_shipping_details: "server_only" },
    });
    expect(session.permissions).toEqual({ update_shipping_details: "server_only" });
    const shipping_details = { address: { country: "FR", line1: "1 rue de Rivoli" }, name: "Ada" };
    const updated = await stripe.checkout.sessions.update(session.id, {
      collected_information: { shipping_details },
      payment_intent_data: {
        description: "A gift",
        metadata: { to: "ada" },
        statement_descriptor_suffix: "",
      },
    });
    expect(updated.collected_information).toMatchObject({ shipping_details });
    await confirm({
      "shipping[address][country]": "US",
      "shipping[address][line1]": "1 Main Street",
      "shipping[name]": "Somebody else",
    });
    const done = await now(session, ["payment_intent"]);
    expect(done.collected_information).toMatchObject({ shipping_details });
    expect(expanded(done.payment_intent)).toMatchObject({
      description: "A gift",
      metadata: { to: "ada" },
      shipping: shipping_details,
      statement_descriptor_suffix: null,
    });
  });

  it("asks the bank anew when another amount is to be paid", async () => {
    const { confirm, line, now, session, stripe } = await drawnSession("anew");
    const asked = await confirm({ payment_method: "pm_card_threeDSecure2Required" });
    const challenge = String(asked.json.challenge);
    expect(challenge).toMatch(/^payatt_/);
    await stripe.checkout.sessions.update(session.id, { line_items: [{ id: line, quantity: 2 }] });
    await postForm(`${emulator.origin}/3ds/${challenge}`, { outcome: "authorize" });
    expect(await now(session)).toMatchObject({ amount_total: 3000, status: "open" });
    expect((await stripe.charges.list()).data).toEqual([]);
  });
});

describe("a session on Stripe's page, or over", () => {
  it("keeps what it sells, whoever asks", async () => {
    const { sell, stripe } = await checkoutShop(emulator, "fixed");
    const hosted = await sell();
    for (const params of [
      { line_items: [{ price_data: pen, quantity: 1 }] },
      { shipping_options: [rate("By post", 500)] },
      { payment_intent_data: { description: "A gift" } },
      { collected_information: { shipping_details: { address: { country: "FR", line1: "1" }, name: "A" } } },
    ]) {
      await expect(stripe.checkout.sessions.update(hosted.id, params)).rejects.toMatchObject({
        message: expect.stringContaining("can only be updated when `ui_mode` is"),
        param: Object.keys(params)[0],
      });
    }
    await expect(sell({ permissions: { update_shipping_details: "server_only" } })).rejects.toThrow(
      "`permissions` can not be used with `ui_mode` `hosted_page`.",
    );
    await payOnPage(emulator, hosted);
    const { metadata } = await stripe.checkout.sessions.update(hosted.id, { metadata: { from: "spring" } });
    expect(metadata).toEqual({ from: "spring" });
    const paid = await drawnSession("paid");
    await paid.confirm();
    await expect(
      paid.stripe.checkout.sessions.update(paid.session.id, { line_items: [{ id: paid.line }] }),
    ).rejects.toThrow("This Checkout Session is complete.");
  });
});
