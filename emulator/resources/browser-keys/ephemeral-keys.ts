import { customerOf } from "../../billing/customer";
import { refuseUnbuilt } from "../../billing/unbuilt";
import { missingParam } from "../../core/errors";
import { addressed } from "../../core/lookup";
import { operation } from "../../core/operation";

const LASTS = 60 * 60;
const SECRET_LENGTH = 60;

/** A key for one customer's affairs in an app on their telephone; its secret is shown once. https://docs.stripe.com/payments/accept-a-payment?platform=ios&ui=payment-sheet */
export const createEphemeralKey = operation("ephemeralKeys.create", (call) => {
  refuseUnbuilt(call.params, ["issuing_card", "nonce", "verification_session"]);
  if (call.params.customer === undefined) throw missingParam("customer");
  customerOf(call, call.params.customer);
  const created = call.now();
  const key = call.store.put("ephemeral_key", {
    id: call.newId("ephemeral_key"),
    object: "ephemeral_key",
    created,
    expires: created + LASTS,
    livemode: false,
  });
  return { ...key, secret: `ek_test_${call.random(SECRET_LENGTH)}` };
});

/** It is worth nothing from now on. */
export const deleteEphemeralKey = operation("ephemeralKeys.del", (call) => {
  const key = addressed(call, "ephemeral_key");
  call.store.delete("ephemeral_key", key.id);
  return { ...key, expires: Math.min(key.expires, call.now()) };
});
