import { ClientRequest, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import Stripe from "stripe";
import { afterEach, expect, test, vi } from "vitest";

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

test("a Stripe that takes a request and never answers is waited for ten seconds", async () => {
  const silent = createServer(() => {}).listen(0);
  const { port } = silent.address() as AddressInfo;
  vi.stubEnv("STRIPE_EMULATOR_URL", `http://localhost:${port}`);
  vi.resetModules();
  const { stripe } = await import("@/lib/stripe/client");
  const waited: number[] = [];
  const { setTimeout } = ClientRequest.prototype;
  vi.spyOn(ClientRequest.prototype, "setTimeout").mockImplementation(function (
    this: ClientRequest,
    ms,
    then,
  ) {
    waited.push(ms);
    return setTimeout.call(this, ms / 1_000, then);
  });
  const asked = stripe().customers.retrieve("cus_1", {}, { maxNetworkRetries: 0 });
  await expect(asked).rejects.toBeInstanceOf(Stripe.errors.StripeConnectionError);
  expect(waited).toEqual([10_000]);
  silent.closeAllConnections();
  silent.close();
});
