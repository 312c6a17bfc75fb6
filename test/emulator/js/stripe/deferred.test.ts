import { expect, test } from "vitest";
import { requireAnnounced } from "@/emulator/js/stripe/deferred";

const ANNOUNCED = { mode: "payment", amount: 1900, currency: "usd" } as const;
const ASKING = { card: { require_cvc_recollection: true } };
const intent = { amount: 1900, currency: "usd", payment_method_options: { card: {} } };

test("an intent that is what was announced passes", () => {
  requireAnnounced(ANNOUNCED, "payment", intent);
  requireAnnounced({ ...ANNOUNCED, paymentMethodOptions: ASKING }, "payment", {
    ...intent,
    payment_method_options: ASKING,
  });
});

test.each([
  ["over another amount", ANNOUNCED, { ...intent, amount: 2000 }, "The amount"],
  ["in another currency", ANNOUNCED, { ...intent, currency: "eur" }, "The currency"],
  [
    "that asks for a code no form asked for",
    ANNOUNCED,
    { ...intent, payment_method_options: ASKING },
    "(false)",
  ],
  [
    "that asks for no code where a form does",
    { ...ANNOUNCED, paymentMethodOptions: ASKING },
    intent,
    "(true)",
  ],
])("an intent %s is refused", (_what, announced, made, words) => {
  const refusal = { name: "IntegrationError", message: expect.stringContaining(words) };
  expect(() => requireAnnounced(announced, "payment", made)).toThrow(expect.objectContaining(refusal));
});
