import { invalidRequest } from "../../core/errors";
import type { Held } from "../../core/kinds";
import { mergeMetadata } from "../../core/metadata";
import type { ParamsOf } from "../../core/operation";
import { refuseUnbuilt } from "../unbuilt";
import { checkDays } from "./read-collection";

type Subscription = Held<"subscription">;
export type CreateParams = ParamsOf<"subscriptions.create">;

/** Refuses parameters that contradict each other, and those the stand-in has no engine for. */
export function checkCreateParams(params: CreateParams): void {
  refuseUnbuilt(params, [
    "application_fee_percent",
    "billing_schedules",
    "billing_thresholds",
    "customer_account",
    "default_source",
    "on_behalf_of",
    "transfer_data",
  ]);
  if (params.billing_mode?.type === "classic") {
    throw invalidRequest("Not implemented by the emulator: the classic billing mode", {
      param: "billing_mode[type]",
    });
  }
  if (params.payment_behavior === "pending_if_incomplete") {
    throw invalidRequest(
      "Setting `payment_behavior` to `pending_if_incomplete` has no effect when creating a subscription.",
      { param: "payment_behavior" },
    );
  }
  checkDays(params.collection_method, params.days_until_due);
}

/** The fields of a new subscription that are taken over as given. */
export function givenFields(params: CreateParams): Partial<Subscription> {
  const { payment_settings: payment, trial_settings: trial } = params;
  return {
    collection_method: params.collection_method ?? "charge_automatically",
    days_until_due: params.days_until_due ?? null,
    default_payment_method: params.default_payment_method ?? null,
    description: params.description ?? null,
    metadata: mergeMetadata(null, params.metadata),
    payment_settings: {
      payment_method_options: null,
      payment_method_types: payment?.payment_method_types || null,
      save_default_payment_method: payment?.save_default_payment_method ?? "off",
    },
    trial_settings: {
      end_behavior: {
        billing_cycle_anchor: trial?.end_behavior.billing_cycle_anchor ?? "now",
        missing_payment_method: trial?.end_behavior.missing_payment_method ?? "create_invoice",
      },
    },
  };
}
