import { afterAll, beforeAll, expect, test } from "vitest";
import { expectConforming } from "../support/checked";
import { type Conformance, loadConformance } from "../support/conform";
import { type StartedEmulator, startEmulator } from "../support/start-emulator";

let check: Conformance;
let emulator: StartedEmulator;
beforeAll(async () => {
  [check, emulator] = await Promise.all([loadConformance(), startEmulator()]);
}, 120_000);
afterAll(() => emulator.stop());

test("the secret is told once, when an endpoint is made", async () => {
  const stripe = emulator.stripe();
  const made = await stripe.webhookEndpoints.create({
    enabled_events: ["*"],
    url: "http://localhost:1/hook",
  });
  expect(made.secret).toMatch(/^whsec_[0-9A-Za-z]{32}$/);
  expect(await stripe.webhookEndpoints.retrieve(made.id)).not.toHaveProperty("secret");
  expect(await stripe.webhookEndpoints.update(made.id, { description: "d" })).not.toHaveProperty("secret");
  const list = await expectConforming(emulator, check, "/v1/webhook_endpoints");
  expect(JSON.stringify(list)).not.toContain(made.secret);
});

test("an endpoint is changed, disabled, enabled and deleted", async () => {
  const stripe = emulator.stripe("changing");
  const { id } = await stripe.webhookEndpoints.create({
    enabled_events: ["customer.created"],
    url: "https://x.test/a",
  });
  expect(await stripe.webhookEndpoints.update(id, { disabled: true, url: "https://x.test/b" })).toMatchObject(
    { status: "disabled", url: "https://x.test/b" },
  );
  expect((await stripe.webhookEndpoints.update(id, { disabled: false })).status).toBe("enabled");
  expect(await stripe.webhookEndpoints.del(id)).toMatchObject({ deleted: true, id });
  await expect(stripe.webhookEndpoints.retrieve(id)).rejects.toMatchObject({ statusCode: 404 });
});

test("sixteen endpoints are the most, and an address must be one", async () => {
  const stripe = emulator.stripe("many");
  const create = (url: string) => stripe.webhookEndpoints.create({ enabled_events: ["*"], url });
  await expect(create("nowhere")).rejects.toMatchObject({ code: "url_invalid" });
  await expect(create("ftp://x.test")).rejects.toMatchObject({ code: "url_invalid" });
  for (let count = 0; count < 16; count++) await create(`https://x.test/${count}`);
  await expect(create("https://x.test/16")).rejects.toThrow("maximum of 16");
});

test("an event nobody has heard of can't be asked for", async () => {
  const body = "url=https://x.test&enabled_events[0]=customer.creatd";
  const { json } = await emulator.request("POST", "/v1/webhook_endpoints", { body });
  expect(json).toMatchObject({ error: { param: "enabled_events[0]" } });
});
