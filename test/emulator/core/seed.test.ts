import { afterEach, expect, test, vi } from "vitest";
import { startEmulator } from "../support/start-emulator";

async function idsWith(seed: number | null): Promise<string[]> {
  const emulator = await startEmulator({ seed });
  const stripe = emulator.stripe();
  const product = await stripe.products.create({ name: "Reader" });
  const price = await stripe.prices.create({ currency: "usd", unit_amount: 900, product: product.id });
  const intent = await stripe.paymentIntents.create({ amount: 900, currency: "usd" });
  const [event] = (await stripe.events.list()).data;
  await emulator.stop();
  return [product.id, price.id, intent.id, String(intent.client_secret), String(event?.id)];
}

afterEach(() => {
  vi.useRealTimers();
});

test("the same seed gives the same ids, whenever it is; another gives others; none never the same", async () => {
  const ids = await idsWith(7);
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 3_600_000 });
  expect(await idsWith(7)).toEqual(ids);
  expect(await idsWith(8)).not.toEqual(ids);
  expect(await idsWith(null)).not.toEqual(await idsWith(null));
});
