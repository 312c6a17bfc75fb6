import { afterAll, beforeAll, expect, test } from "vitest";
import { letPass } from "../support/shop";
import { type StartedEmulator, startEmulator } from "../support/start-emulator";

let emulator: StartedEmulator;
beforeAll(async () => {
  emulator = await startEmulator();
});
afterAll(() => emulator.stop());

test("an answer is dated by its account's clock, as events are", async () => {
  const stripe = emulator.stripe("ahead");
  await letPass(emulator, "ahead", 86_400);
  const { created, lastResponse } = await stripe.customers.create({});
  const dated = Date.parse(lastResponse.headers.date ?? "") / 1000;
  expect(dated - created).toBeGreaterThanOrEqual(0);
  expect(dated - created).toBeLessThan(60);
  expect(dated).toBeGreaterThan(Date.now() / 1000 + 86_000);
});
