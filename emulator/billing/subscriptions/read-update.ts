import { invalidRequest } from "../../core/errors";
import type { Held } from "../../core/kinds";
import { mergeMetadata } from "../../core/metadata";
import type { ParamsOf } from "../../core/operation";
import type { Work } from "../../core/work";
import { settled } from "../../resources/fields";
import { taxRatesOf } from "../tax/rates";
import { refuseUnbuilt } from "../unbuilt";
import { refuseForeignMethod } from "./payment-method";
import { pendingInterval } from "./pending-interval";
import { refuseUnfitToWait } from "./pending-update";
import { changedCollection } from "./read-collection";
import { changedEnding } from "./read-ending";

type Subscription = Held<"subscription">;
export type UpdateParams = ParamsOf<"subscriptions.update">;

/** Refuses what a subscription's status doesn't allow to change, and what the stand-in has no engine for. */
export function checkUpdateParams(subscription: Subscription, params: UpdateParams): void {
  const given = Object.keys(params).filter((name) => name !== "expand");
  refuseGoverned(subscription, params);
  if (subscription.status === "paused" && params.trial_end !== undefined) {
    throw invalidRequest("A paused subscription has to be resumed before it can have a trial.", {
      param: "trial_end",
    });
  }
  const allowed = ALLOWED[subscription.status];
  if (allowed && given.some((name) => !allowed.names.includes(name))) throw allowed.refusal();
  refuseUnbuilt(params, [
    "application_fee_percent",
    "billing_schedules",
    "billing_thresholds",
    "default_source",
    "on_behalf_of",
    "transfer_data",
  ]);
  refuseUnfitToWait(params);
}

/** When a subscription ends is for the schedule to say that manages it. */
function refuseGoverned({ schedule }: Subscription, params: UpdateParams): void {
  if (schedule === null) return;
  if (params.cancel_at === undefined && params.cancel_at_period_end === undefined) return;
  throw invalidRequest(
    `The subscription is managed by the subscription schedule \`${schedule}\`, and updating any cancelation behavior directly is not allowed. Please update the schedule instead.`,
  );
}

type Allowance = { readonly names: readonly string[]; readonly refusal: () => Error };

const over: Allowance = {
  names: ["cancellation_details", "metadata"],
  refusal: () =>
    invalidRequest("A canceled subscription can only update its cancellation_details and metadata.", {
      code: "invalid_canceled_subscription_fields",
    }),
};

/** The parameters a status allows, where it doesn't allow all. */
const ALLOWED: Readonly<Record<Subscription["status"], Allowance | null>> = {
  active: null,
  canceled: over,
  incomplete: {
    names: ["default_payment_method", "default_source", "description", "metadata"],
    refusal: () =>
      invalidRequest(
        "An incomplete subscription can only update its default_payment_method, default_source, description and metadata.",
      ),
  },
  incomplete_expired: { ...over, names: [] },
  past_due: null,
  paused: null,
  trialing: null,
  unpaid: null,
};

/** What is to come of a trial's end, where an update says so. */
function trialSettings(
  { trial_settings: present }: Subscription,
  { trial_settings: given }: UpdateParams,
): Subscription["trial_settings"] {
  const end = given?.end_behavior;
  if (!end) return present;
  return {
    end_behavior: {
      billing_cycle_anchor: end.billing_cycle_anchor ?? present?.end_behavior.billing_cycle_anchor ?? "now",
      missing_payment_method:
        end.missing_payment_method ?? present?.end_behavior.missing_payment_method ?? "create_invoice",
    },
  };
}

/** The fields that an update changes, items apart. */
export function changedFields(
  work: Work,
  subscription: Subscription,
  params: UpdateParams,
  now: number,
): Partial<Subscription> {
  const { default_payment_method: method, payment_settings: payment, pause_collection: pause } = params;
  if (method) refuseForeignMethod(work, method, subscription.customer);
  const present = subscription.payment_settings;
  return {
    ...changedEnding(work, subscription, params, now),
    ...changedCollection(subscription, params),
    default_payment_method: settled(method, subscription.default_payment_method),
    default_tax_rates:
      params.default_tax_rates === undefined
        ? (subscription.default_tax_rates ?? [])
        : taxRatesOf(work, params.default_tax_rates || [], "default_tax_rates"),
    description: settled(params.description, subscription.description),
    metadata: mergeMetadata(subscription.metadata, params.metadata),
    pause_collection:
      pause === undefined
        ? subscription.pause_collection
        : pause === ""
          ? null
          : { behavior: pause.behavior, resumes_at: pause.resumes_at ?? null },
    ...(params.pending_invoice_item_interval === undefined
      ? {}
      : pendingInterval(params.pending_invoice_item_interval, now)),
    payment_settings: {
      payment_method_options: present?.payment_method_options ?? null,
      payment_method_types: settled(payment?.payment_method_types, present?.payment_method_types ?? null),
      save_default_payment_method:
        payment?.save_default_payment_method ?? present?.save_default_payment_method ?? "off",
    },
    trial_settings: trialSettings(subscription, params),
  };
}
