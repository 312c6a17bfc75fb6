import { describe, expect, it } from "vitest";
import { confirmByScript, payOnPage, postForm } from "../../support/checkout-page";
import { checkoutShop, expanded } from "../../support/checkout-shop";
import { customerWith, eventTypes, lastEvent, letPass } from "../../support/shop";
import { useEmulator } from "../../support/use-emulator";

const emulator = useEmulator();

const shopFor = (account: string) => checkoutShop(emulator, account);

describe("a session", () => {
  it("doesn't take another customer's card", async () => {
    const { stripe, start, now } = await shopFor("foreign");
    const other = await customerWith(stripe, "pm_card_visa");
    const session = await start();
    const { status, text } = await payOnPage(emulator, session, {
      payment_method: String(other.invoice_settings.default_payment_method),
    });
    expect(status).toBe(400);
    expect(text).toContain("This payment method belongs to another customer.");
    expect((await now(session)).status).toBe("open");
  });

  it("stays open when the card is refused, with no subscription, and the next one pays", async () => {
    const { stripe, start, now } = await shopFor("declined");
    const session = await start();
    const before = await lastEvent(stripe);
    const refused = await payOnPage(emulator, session, { payment_method: "pm_card_chargeDeclined" });
    expect(refused.status).toBe(402);
    expect(refused.text).toContain("Your card was declined.");
    expect(refused.text).toContain('value="reader@example.com"');
    expect(await eventTypes(stripe, before)).toEqual([
      "payment_intent.created",
      "charge.failed",
      "payment_intent.payment_failed",
    ]);
    expect(await now(session)).toMatchObject({ status: "open", payment_status: "unpaid" });
    expect((await stripe.subscriptions.list({ status: "all" })).data).toEqual([]);
    await payOnPage(emulator, session);
    expect(await now(session)).toMatchObject({ status: "complete", payment_status: "paid" });
    const intents = (await stripe.paymentIntents.list()).data.map(({ status }) => status);
    expect(intents.sort()).toEqual(["canceled", "succeeded"]);
  });

  it("asks for 3-D Secure before there is a subscription, and has one only when that is passed", async () => {
    const { stripe, start, now } = await shopFor("challenged");
    const session = await start();
    const card = { payment_method: "pm_card_threeDSecure2Required" };
    const asked = await payOnPage(emulator, session, card);
    expect(asked.location).toMatch(/^\/3ds\/payatt_/);
    expect((await stripe.subscriptions.list({ status: "all" })).data).toEqual([]);
    const failed = await postForm(emulator.origin + asked.location, { outcome: "fail" });
    expect(failed.location).toBe(`${emulator.origin}/checkout/${session.id}/return`);
    const page = await (await fetch(failed.location ?? "")).text();
    expect(page).toContain("We are unable to authenticate your payment method.");
    const again = await payOnPage(emulator, session, card);
    const passed = await postForm(emulator.origin + again.location, { outcome: "authorize" });
    const end = await fetch(passed.location ?? "", { redirect: "manual" });
    expect(end.headers.get("Location")).toBe(`https://example.com/done?session=${session.id}`);
    const { subscription } = await now(session, ["subscription"]);
    expect(expanded(subscription).status).toBe("active");
  });

  it("that is confirmed twice at once has one subscription and one charge", async () => {
    const { stripe, start } = await shopFor("twice");
    const session = await start();
    const presses = await Promise.all([payOnPage(emulator, session), payOnPage(emulator, session)]);
    expect(presses.map(({ location }) => location)).toEqual(
      Array(2).fill(`https://example.com/done?session=${session.id}`),
    );
    const again = await confirmByScript(emulator, "twice", session.id, { payment_method: "pm_card_visa" });
    expect(again.json.status).toBe("complete");
    expect((await stripe.subscriptions.list({ status: "all" })).data).toHaveLength(1);
    expect((await stripe.charges.list()).data).toHaveLength(1);
  });
});

describe("a session that asks for what isn't built", () => {
  it.each([
    ["subscription_data[billing_mode][type]", { billing_mode: { type: "classic" } }],
    ["subscription_data[invoice_settings][issuer]", { invoice_settings: { issuer: { type: "account" } } }],
    ["subscription_data[billing_cycle_anchor]", { billing_cycle_anchor: 2_000_000_000 }],
  ] as const)("by %s is refused", async (param, subscription_data) => {
    const { stripe, start } = await shopFor("unbuilt");
    await expect(start({ subscription_data })).rejects.toMatchObject({ param, statusCode: 400 });
    const bank = { account: "acct_1", type: "account" } as const;
    const named = start({ subscription_data: { invoice_settings: { issuer: bank } } });
    await expect(named).rejects.toMatchObject({ statusCode: 400 });
    const setup = stripe.checkout.sessions.create({
      currency: "usd",
      mode: "setup",
      setup_intent_data: { on_behalf_of: "acct_1" },
      success_url: "https://example.com/done",
    });
    await expect(setup).rejects.toMatchObject({ param: "setup_intent_data[on_behalf_of]" });
  });

  it("isn't one that says what is so anyway", async () => {
    const { start, now } = await shopFor("asitis");
    const session = await start({
      subscription_data: {
        billing_mode: { type: "flexible" },
        invoice_settings: { issuer: { type: "self" } },
        proration_behavior: "none",
      },
    });
    await payOnPage(emulator, session);
    expect(await now(session)).toMatchObject({ payment_status: "paid", status: "complete" });
  });
});

describe("a session whose customer was deleted", () => {
  const DELETED = "The customer this page was made for was deleted. Nothing was paid.";

  it.each(["pm_card_visa", "pm_card_chargeDeclined", "pm_card_threeDSecure2Required"])(
    "takes no payment with %s, and says why",
    async (payment_method) => {
      const account = `deleted${payment_method.replaceAll("_", "")}`;
      const { stripe, sell, start, now } = await shopFor(account);
      const customer = await customerWith(stripe, "pm_card_visa");
      const sessions = [
        await start({ customer: customer.id }),
        await sell({ customer: customer.id }),
        await stripe.checkout.sessions.create({
          currency: "usd",
          customer: customer.id,
          mode: "setup",
          success_url: "https://example.com/done",
        }),
      ];
      await stripe.customers.del(customer.id);
      const before = await lastEvent(stripe);
      for (const session of sessions) {
        const pressed = await payOnPage(emulator, session, { payment_method });
        expect(pressed.status).toBe(400);
        expect(pressed.text).toContain(DELETED);
        const asked = await confirmByScript(emulator, account, session.id, {
          payment_method,
          email: "a@b.cd",
        });
        expect(asked.json.error).toMatchObject({ code: "resource_missing", param: "customer" });
        expect((await now(session)).status).toBe("open");
      }
      expect(await eventTypes(stripe, before)).toEqual([]);
    },
  );

  it("while a bank asked, isn't paid either", async () => {
    const { stripe, start, now } = await shopFor("deletedmeanwhile");
    const customer = await customerWith(stripe, "pm_card_visa");
    const session = await start({ customer: customer.id });
    const asked = await payOnPage(emulator, session, { payment_method: "pm_card_threeDSecure2Required" });
    await stripe.customers.del(customer.id);
    const passed = await postForm(emulator.origin + asked.location, { outcome: "authorize" });
    expect(await (await fetch(passed.location ?? "")).text()).toContain(DELETED);
    expect((await now(session)).status).toBe("open");
    expect((await stripe.subscriptions.list({ status: "all" })).data).toEqual([]);
    expect((await stripe.paymentIntents.list()).data).toEqual([]);
  });
});

describe("a session that is over", () => {
  it("says so, and takes nothing more", async () => {
    const { stripe, start, now } = await shopFor("over");
    const session = await start();
    const page = session.url ?? "";
    await stripe.checkout.sessions.expire(session.id);
    expect(await (await fetch(page)).text()).toContain("This page has expired");
    expect((await payOnPage(emulator, session)).text).toContain("This page has expired");
    const answer = await confirmByScript(emulator, "over", session.id, { payment_method: "pm_card_visa" });
    expect(answer.status).toBe(400);
    expect((await now(session)).subscription).toBeNull();

    const paid = await start();
    const address = paid.url ?? "";
    await payOnPage(emulator, paid);
    expect(await (await fetch(address)).text()).toContain("Your payment of $9.00 went through.");
    await expect(stripe.checkout.sessions.expire(paid.id)).rejects.toThrow("status of complete");
  });

  it("gives up the challenge it waited for when its day has passed", async () => {
    const { stripe, start, now } = await shopFor("late");
    const session = await start();
    const asked = await payOnPage(emulator, session, { payment_method: "pm_card_threeDSecure2Required" });
    await letPass(emulator, "late", 24 * 60 * 60);
    expect((await now(session)).status).toBe("expired");
    await postForm(emulator.origin + asked.location, { outcome: "authorize" });
    expect((await now(session)).status).toBe("expired");
    expect((await stripe.subscriptions.list({ status: "all" })).data).toEqual([]);
  });
});
