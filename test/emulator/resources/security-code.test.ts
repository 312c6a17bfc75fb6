import { describe, expect, it } from "vitest";
import { useEmulator } from "../support/use-emulator";

const emulator = useEmulator();

const asking = { card: { require_cvc_recollection: true } };
const missing = { code: "parameter_missing", param: "payment_method_options[card][cvc_token]" };

/** An intent over a saved card that asks for the card's code again, and what confirms it. */
async function ask(account: string) {
  const stripe = emulator.stripe(account);
  const { id: customer } = await stripe.customers.create();
  const { id: payment_method } = await stripe.paymentMethods.attach("pm_card_visa", { customer });
  const base = { amount: 1900, currency: "usd", customer, payment_method } as const;
  const intent = await stripe.paymentIntents.create({ ...base, payment_method_options: asking });
  const code = async () => (await stripe.tokens.create({ cvc_update: { cvc: "123" } })).id;
  const confirm = (cvc_token?: string, more: object = {}) =>
    stripe.paymentIntents.confirm(intent.id, {
      return_url: "http://localhost:3000/back",
      ...(cvc_token ? { payment_method_options: { card: { cvc_token } } } : {}),
      ...more,
    });
  return { stripe, base, intent, code, confirm };
}

describe("an intent that asks for a saved card's code again", () => {
  it("isn't confirmed without it, and is with it, whatever else it was asked to do", async () => {
    const { stripe, intent, code, confirm } = await ask("asks");
    await expect(confirm()).rejects.toMatchObject({ statusCode: 400, ...missing });
    expect(await stripe.paymentIntents.retrieve(intent.id)).toMatchObject({
      status: "requires_confirmation",
      latest_charge: null,
    });
    expect(await confirm(await code())).toMatchObject({
      status: "succeeded",
      payment_method_options: { card: { require_cvc_recollection: true } },
    });
  });

  it("takes each code once, and only codes", async () => {
    const { stripe, base, code, confirm } = await ask("once");
    const spent = await code();
    const params = { ...base, confirm: true, return_url: "http://localhost:3000/back" };
    await stripe.paymentIntents.create({ ...params, payment_method_options: { card: { cvc_token: spent } } });
    await expect(confirm(spent)).rejects.toMatchObject({ code: "token_already_used" });
    await expect(confirm("cvctok_nobody")).rejects.toMatchObject({
      code: "resource_missing",
      param: missing.param,
    });
    expect(await confirm(await code())).toMatchObject({ status: "succeeded" });
  });

  it("takes the code from a confirmation token, as a browser makes one", async () => {
    const { stripe, base, intent, code } = await ask("token");
    const collect = async (more: Record<string, string>) => {
      const body = new URLSearchParams({ payment_method: base.payment_method, ...more });
      const { json } = await emulator.request("POST", "/v1/confirmation_tokens", {
        body: body.toString(),
        key: "pk_test_token",
      });
      return String(json.id);
    };
    const confirm = (confirmation_token: string) =>
      stripe.paymentIntents.confirm(intent.id, { confirmation_token });
    await expect(confirm(await collect({}))).rejects.toMatchObject(missing);
    const cvc_token = await code();
    const whole = await collect({ "payment_method_options[card][cvc_token]": cvc_token });
    expect((await stripe.confirmationTokens.retrieve(whole)).payment_method_options).toMatchObject({
      card: { cvc_token },
    });
    expect(await confirm(whole)).toMatchObject({ status: "succeeded" });
  });

  it("goes without where the card is new, the customer is away, or it no longer asks", async () => {
    const { stripe, base, intent, confirm } = await ask("without");
    const { payment_method: _saved, ...unsaved } = base;
    const paid = { confirm: true, payment_method_options: asking, return_url: "http://localhost:3000/back" };
    const created = await stripe.paymentIntents.create({
      ...unsaved,
      ...paid,
      payment_method: "pm_card_visa",
    });
    expect(created.status).toBe("succeeded");
    const away = await stripe.paymentIntents.create({ ...base, ...paid, off_session: true });
    expect(away.status).toBe("succeeded");
    const relaxed = { payment_method_options: { card: { require_cvc_recollection: false } } };
    await stripe.paymentIntents.update(intent.id, relaxed);
    expect(await confirm()).toMatchObject({ status: "succeeded" });
  });
});
