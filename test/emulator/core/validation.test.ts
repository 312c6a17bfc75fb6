import { expect, test } from "vitest";
import { useEmulator } from "../support/use-emulator";

const emulator = useEmulator();

/** The error a POST is answered with, without what every error has. */
async function refusal(path: string, body: string) {
  const { status, json } = await emulator.request("POST", path, { body });
  const { doc_url, request_log_url, type, ...error } = Object(json.error);
  return { status, ...error };
}

test.each([
  ["an unknown parameter", "/v1/customers", "foo=1", "Received unknown parameter: foo", "foo"],
  [
    "an unknown parameter inside another",
    "/v1/customers",
    "invoice_settings[nope]=1",
    "Received unknown parameter: invoice_settings[nope]",
    "invoice_settings[nope]",
  ],
  [
    "several unknown ones, before what else is wrong",
    "/v1/prices",
    "a=1&b=2&unit_amount=x",
    "Received unknown parameters: a, b",
    "a",
  ],
  [
    "a number that isn't one",
    "/v1/prices",
    "currency=usd&unit_amount=abc",
    "Invalid integer: abc",
    "unit_amount",
  ],
  [
    "a number with a fraction",
    "/v1/prices",
    "currency=usd&unit_amount=1.5",
    "Invalid integer: 1.5",
    "unit_amount",
  ],
  ["a yes that isn't one", "/v1/products", "name=x&active=yes", "Invalid boolean: yes", "active"],
  [
    "a value outside of a list",
    "/v1/prices",
    "currency=usd&unit_amount=1&recurring[interval]=eon",
    "Invalid interval: must be one of day, month, week, or year",
    "recurring[interval]",
  ],
  [
    "a hash where a text belongs",
    "/v1/customers",
    "name[0]=wrong&name[1]=type",
    'Invalid string: {"0":"wrong","1":"type"}',
    "name",
  ],
  [
    "a text where a list belongs",
    "/v1/webhook_endpoints",
    "url=http://x.test&enabled_events=all",
    "Invalid array",
    "enabled_events",
  ],
  ["a text where a hash belongs", "/v1/customers", "metadata=x", "Invalid object", "metadata"],
  ["a missing parameter", "/v1/products", "active=true", "Missing required param: name.", "name"],
  [
    "a missing one inside another",
    "/v1/prices",
    "currency=usd&unit_amount=1&recurring[interval_count]=1",
    "Missing required param: recurring[interval].",
    "recurring[interval]",
  ],
  [
    "a currency that doesn't exist",
    "/v1/prices",
    "currency=zzz&unit_amount=1&product_data[name]=x",
    /^Invalid currency: zzz\. /,
    "currency",
  ],
  [
    "an address for mail that isn't one",
    "/v1/customers",
    "email=nobody",
    "Invalid email address: nobody",
    "email",
  ],
  [
    "an id that names nothing",
    "/v1/prices",
    "currency=usd&unit_amount=1&product=prod_x",
    "No such product: 'prod_x'",
    "product",
  ],
])("%s is refused in Stripe's words", async (_case, path, body, message, param) => {
  const error = await refusal(path, body);
  expect(error.status).toBe(400);
  expect(error.message).toMatch(message);
  expect(error.param).toBe(param);
});

test("an empty text can't unset what can't be unset", async () => {
  const error = await refusal("/v1/prices", "currency=&unit_amount=1");
  expect(error.code).toBe("parameter_invalid_empty");
  expect(error.message).toMatch(/^You passed an empty string for 'currency'\. /);
});

test("metadata has its limits", async () => {
  const long = "x".repeat(501);
  expect((await refusal("/v1/customers", `metadata[a]=${long}`)).message).toMatch(
    /^Metadata values can have up to 500/,
  );
  expect((await refusal("/v1/customers", `metadata[${"k".repeat(41)}]=1`)).message).toMatch(
    /^Metadata keys can have up to 40/,
  );
  const many = Array.from({ length: 51 }, (_, index) => `metadata[k${index}]=1`).join("&");
  expect((await refusal("/v1/customers", many)).message).toMatch(/^Metadata can have up to 50 keys/);
});

test("a request refused half-way leaves nothing behind", async () => {
  const stripe = emulator.stripe("refused");
  const product = await stripe.products.create({ name: "Plan" });
  const given = { currency: "usd", lookup_key: "plan", product: product.id, unit_amount: 1 };
  const price = await stripe.prices.create(given);
  await expect(
    stripe.prices.create({
      ...given,
      recurring: { interval: "year", interval_count: 9 },
      transfer_lookup_key: true,
    }),
  ).rejects.toThrow("interval count");
  expect((await stripe.prices.list()).data).toMatchObject([{ id: price.id, lookup_key: "plan" }]);
  const types = (await stripe.events.list()).data.map((event) => event.type);
  expect(types).toEqual(["price.created", "product.created"]);
});

test("an operation that isn't built says so, an address that isn't Stripe's is unknown", async () => {
  const unbuilt = await emulator.request("GET", "/v1/quotes");
  expect(unbuilt.status).toBe(400);
  expect(unbuilt.json).toMatchObject({
    error: { message: "Not implemented by the emulator: GET /v1/quotes", type: "invalid_request_error" },
  });
  const unknown = await emulator.request("GET", "/v1/nonsense");
  expect(unknown.status).toBe(404);
  expect(unknown.json).toMatchObject({
    error: { message: expect.stringContaining("Unrecognized request URL (GET: /v1/nonsense)") },
  });
});

test("what isn't read as a request at all is answered too", async () => {
  for (const path of ["/v1/customers/%E0%A4%A", "/v1//", "/v1/customers/", "//v1/customers"]) {
    expect((await emulator.request("GET", path)).status, path).toBeGreaterThanOrEqual(400);
  }
  const huge = await emulator.request("POST", "/v1/customers", { body: `name=${"x".repeat(2 ** 21)}` });
  expect(huge.status).toBe(400);
});
