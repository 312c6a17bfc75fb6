import { expect, test } from "vitest";
import { useEmulator } from "../support/use-emulator";

const emulator = useEmulator();

test("without a key nothing is answered", async () => {
  const { status, json } = await emulator.request("GET", "/v1/customers", { headers: { Authorization: "" } });
  expect(status).toBe(401);
  expect(json).toMatchObject({
    error: { message: expect.stringMatching(/^You did not provide an API key/) },
  });
});

test("a key of another form is refused, and shown masked", async () => {
  const { status, json } = await emulator.request("GET", "/v1/customers", { key: "sk_live_1234567890abcd" });
  expect(status).toBe(401);
  expect(json).toMatchObject({ error: { message: "Invalid API Key provided: sk_live_**********abcd" } });
});

test("the key may come as the user of Basic authorization", async () => {
  const Authorization = `Basic ${Buffer.from("sk_test_basic:").toString("base64")}`;
  expect((await emulator.request("GET", "/v1/customers", { headers: { Authorization } })).status).toBe(200);
});

test("a publishable key can't do what a secret one does", async () => {
  const { status, json } = await emulator.request("GET", "/v1/customers", { key: "pk_test_test" });
  expect(status).toBe(401);
  expect(json).toMatchObject({ error: { code: "secret_key_required" } });
});

test("a publishable key sees of an intent what a browser needs, and nothing of the seller's", async () => {
  const stripe = emulator.stripe("browser");
  const customer = await stripe.customers.create({ email: "reader@example.com" });
  const intent = await stripe.paymentIntents.create({
    amount: 1000,
    currency: "usd",
    customer: customer.id,
    metadata: { note: "ours" },
  });
  const setup = await stripe.setupIntents.create({ customer: customer.id, metadata: { note: "ours" } });
  for (const { client_secret, id, object } of [intent, setup]) {
    const path = `/v1/${object}s/${id}?client_secret=${client_secret}`;
    const { json } = await emulator.request("GET", path, { key: "pk_test_browser" });
    expect(json).toMatchObject({ client_secret, id, status: "requires_payment_method" });
    expect(Object.keys(json)).not.toEqual(expect.arrayContaining(["customer"]));
    expect(JSON.stringify(json)).not.toMatch(/ours|cus_/);
    const { status } = await emulator.request("GET", `${path}&expand[]=customer`, { key: "pk_test_browser" });
    expect(status).toBe(400);
  }
  const body = `client_secret=${intent.client_secret}&payment_method=pm_card_chargeDeclined`;
  const path = `/v1/payment_intents/${intent.id}/confirm`;
  const declined = await emulator.request("POST", path, { body, key: "pk_test_browser" });
  expect(declined).toMatchObject({ json: { error: { payment_intent: { id: intent.id } } }, status: 402 });
  expect(declined.text).not.toMatch(/ours|cus_/);
});

test("each key's account is a world of its own", async () => {
  const customer = await emulator.stripe("one").customers.create();
  await expect(emulator.stripe("two").customers.retrieve(customer.id)).rejects.toThrow("No such customer");
  expect((await emulator.stripe("two").customers.list()).data).toEqual([]);
  const [one, two] = await Promise.all(
    ["one", "two"].map((name) => emulator.stripe(name).accounts.retrieveCurrent()),
  );
  expect(one?.id).not.toBe(two?.id);
});

test("a browser may call from any page", async () => {
  const preflight = await emulator.request("OPTIONS", "/v1/payment_intents/pi_x/confirm", {
    headers: { "Access-Control-Request-Headers": "authorization", Origin: "https://shop.test" },
  });
  expect(preflight.status).toBe(204);
  expect(preflight.headers.get("access-control-allow-headers")).toBe("authorization");
  expect((await emulator.request("GET", "/v1/customers")).headers.get("access-control-allow-origin")).toBe(
    "*",
  );
});
