import { randomBytes } from "node:crypto";
import Stripe from "stripe";
import { sharedStandIn } from "@/test/support/shared-stand-in";

export type StandInAccount = {
  secretKey: string;
  publishableKey: string;
  signingSecret: string;
  origin: string;
  /** Stripe's SDK on this account: what an administrator does in the dashboard. */
  stripe: Stripe;
  /** Delivers every event that waits, and returns when the application has had them all. */
  deliver(): Promise<void>;
};

/** An account that nobody else uses, of the stand-in all stories share or of another. */
export function newAccount(origin: string = sharedStandIn()): StandInAccount {
  const name = randomBytes(8).toString("hex");
  const secretKey = `sk_test_${name}`;
  const { hostname: host, port } = new URL(origin);
  return {
    secretKey,
    publishableKey: `pk_test_${name}`,
    signingSecret: `whsec_${name}`,
    origin,
    stripe: new Stripe(secretKey, { host, port, protocol: "http", telemetry: false }),
    async deliver() {
      const address = `${origin}/_emulator/deliveries/flush`;
      const response = await fetch(address, {
        method: "POST",
        headers: { authorization: `Bearer ${secretKey}` },
      });
      if (!response.ok) throw new Error(`the stand-in could not deliver: ${await response.text()}`);
    },
  };
}
