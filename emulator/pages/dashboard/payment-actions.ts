import { declines } from "../../payments/cards/declines";
import type { Json } from "../backend";
import { numberAt, textAt } from "../json";
import { type Action, button } from "./action";

const DISPUTES = ["fraudulent", "product_not_received", "subscription_canceled", "duplicate", "general"];

/** What may be done with a charge: give money back, or dispute it as the cardholder's bank would. */
export function chargeActions(charge: Json): Action[] {
  const left = numberAt(charge, "amount") - numberAt(charge, "amount_refunded");
  const refunds = refund("charge", charge, left);
  if (refunds.length === 0 || charge.disputed === true) return refunds;
  const reason = { name: "reason", label: "Reason", value: "", options: DISPUTES };
  const fixed = { charge: textAt(charge, "id") };
  return [...refunds, { ...button("dispute", "Dispute", "/_emulator/disputes", fixed), fields: [reason] }];
}

/** What befalls a saved card: its bank sends another with a later date or refuses what is next, or its customer gives it up. */
export function cardActions(method: Json): Action[] {
  if (textAt(method, "customer") === "") return [];
  const renewal = button("renew", "Renew", "/_emulator/cards/renew", {
    payment_method: textAt(method, "id"),
  });
  return [
    {
      ...renewal,
      fields: [
        { name: "exp_month", label: "Month", value: "" },
        { name: "exp_year", label: "Year", value: "", hint: "empty: four later" },
      ],
    },
    {
      ...button("refuse", "Refuse", "/_emulator/cards/refuse", { payment_method: textAt(method, "id") }),
      fields: [
        { name: "decline_code", label: "Because", value: "", options: [...declines.keys()] },
        { name: "times", label: "Payments", value: "1" },
      ],
    },
    button("detach", "Take off", `/v1/payment_methods/${textAt(method, "id")}/detach`),
  ];
}

/** What can be done with a payment: a refund, once it has succeeded. */
export function intentActions(intent: Json): Action[] {
  return refund("payment_intent", intent, numberAt(intent, "amount_received"));
}

function refund(parameter: "charge" | "payment_intent", object: Json, left: number): Action[] {
  if (textAt(object, "status") !== "succeeded" || left <= 0) return [];
  const amount = { name: "amount", label: "Amount", value: String(left), hint: "in minor units" };
  const fixed = { [parameter]: textAt(object, "id") };
  return [{ ...button("refund", "Refund", "/v1/refunds", fixed), fields: [amount] }];
}

/** What the bank is told decides in test mode: https://docs.stripe.com/testing#evidence */
const EVIDENCE = ["winning_evidence", "losing_evidence", "escalate_inquiry_evidence"];

/** Answering a dispute, or giving in to it. */
export function disputeActions(dispute: Json): Action[] {
  if (!["needs_response", "warning_needs_response"].includes(textAt(dispute, "status"))) return [];
  const path = `/v1/disputes/${textAt(dispute, "id")}`;
  const words = { name: "evidence[uncategorized_text]", label: "Evidence", value: "", options: EVIDENCE };
  return [
    { ...button("contest", "Send evidence", path, { submit: "true" }), fields: [words] },
    button("lose", "Accept the loss", `${path}/close`),
  ];
}
