import type Stripe from "stripe";
import { expect, it } from "vitest";
import { letPass } from "../support/shop";
import { useEmulator } from "../support/use-emulator";

const emulator = useEmulator();

type Features = Stripe.CustomerSessionCreateParams.Components.PaymentElement.Features;

/** A customer with cards of each kind of consent, and a session with the features given. */
async function openSession(account: string, features: Features) {
  const stripe = emulator.stripe(account);
  const { id: customer } = await stripe.customers.create();
  const cards: Record<string, string> = {};
  for (const allow_redisplay of ["always", "limited", "unspecified"] as const) {
    const { id } = await stripe.paymentMethods.attach("pm_card_visa", { customer });
    await stripe.paymentMethods.update(id, { allow_redisplay });
    cards[allow_redisplay] = id;
  }
  const { client_secret } = await stripe.customerSessions.create({
    customer,
    components: { payment_element: { enabled: true, features } },
  });
  return { stripe, cards, secret: client_secret };
}

/** As a frame asks. */
function read(account: string, secret: string) {
  const query = new URLSearchParams({ customer_session_client_secret: secret });
  return emulator.request("GET", `/v1/elements/sessions?${query}`, { key: `pk_test_${account}` });
}

function remove(account: string, id: string, secret: string) {
  const body = new URLSearchParams({ customer_session_client_secret: secret }).toString();
  const options = { body, key: `pk_test_${account}` };
  return emulator.request("POST", `/v1/elements/payment_methods/${id}/detach`, options);
}

it("shows a browser the cards that may be shown, the newest first", async () => {
  const features = { payment_method_redisplay: "enabled" } as const;
  const { secret, cards } = await openSession("shown", {
    ...features,
    payment_method_allow_redisplay_filters: ["always", "limited"],
  });
  const { json } = await read("shown", secret);
  expect(json.payment_methods).toMatchObject([{ id: cards.limited }, { id: cards.always }]);
  const usual = await openSession("shown", features);
  expect((await read("shown", usual.secret)).json.payment_methods).toMatchObject([
    { id: usual.cards.always },
  ]);
  expect(JSON.stringify((await read("shown", usual.secret)).json)).not.toContain(cards.always);
});

it("shows none where the session doesn't say so", async () => {
  const { secret } = await openSession("hidden", { payment_method_save: "enabled" });
  expect((await read("hidden", secret)).json).toMatchObject({
    features: { payment_method_save: "enabled" },
    payment_methods: [],
  });
});

it("removes a card of its own customer's, and only where it may", async () => {
  const may = await openSession("removing", { payment_method_remove: "enabled" });
  const other = await openSession("removing", { payment_method_remove: "enabled" });
  const mayNot = await openSession("removing", { payment_method_remove: "disabled" });
  const card = String(may.cards.always);
  expect((await remove("removing", card, other.secret)).status).toBe(404);
  expect((await remove("removing", String(mayNot.cards.always), mayNot.secret)).status).toBe(400);
  expect((await remove("removing", card, may.secret)).json).toMatchObject({ id: card, customer: null });
  expect((await remove("removing", card, may.secret)).status).toBe(404);
});

it("opens nothing with a wrong secret, or one that has expired", async () => {
  const { secret } = await openSession("expiry", { payment_method_redisplay: "enabled" });
  expect((await read("expiry", `${secret}x`)).json).toMatchObject({ error: { code: "resource_missing" } });
  await letPass(emulator, "expiry", 31 * 60);
  expect((await read("expiry", secret)).json).toMatchObject({ error: { code: "customer_session_expired" } });
});
