import { invalidRequest } from "../../core/errors";
import type { Held } from "../../core/kinds";
import { referenced } from "../../core/lookup";
import type { ParamsOf } from "../../core/operation";
import type { Work } from "../../core/work";

type Features = Held<"billing_portal.configuration">["features"];
type Given = NonNullable<ParamsOf<"billingPortal.configurations.update">["features"]>;
type Update = Features["subscription_update"];

const REASONS: Features["subscription_cancel"]["cancellation_reason"]["options"] = [
  "too_expensive",
  "missing_features",
  "switched_service",
  "unused",
  "other",
];

/** A portal in which nothing is switched on. */
export const NO_FEATURES: Features = {
  customer_update: { allowed_updates: [], enabled: false },
  invoice_history: { enabled: false },
  payment_method_update: { enabled: false, payment_method_configuration: null },
  subscription_cancel: {
    cancellation_reason: { enabled: false, feedback_options: null, options: REASONS },
    enabled: false,
    mode: "at_period_end",
    proration_behavior: "none",
  },
  subscription_pause: { duration: { interval_options: [], type: "indefinite" }, enabled: false },
  subscription_update: {
    billing_cycle_anchor: null,
    default_allowed_updates: [],
    enabled: false,
    products: [],
    proration_behavior: "none",
    schedule_at_period_end: { conditions: [] },
    trial_update_behavior: "end_trial",
  },
};

/** The features of a portal after a request: each that is given, over what it was. */
export function mergeFeatures(work: Work, present: Features, given: Given): Features {
  const { customer_update: customer, payment_method_update: method, subscription_cancel: cancel } = given;
  const allowed = customer?.allowed_updates;
  return {
    customer_update: {
      allowed_updates:
        allowed === undefined ? present.customer_update.allowed_updates : allowed === "" ? [] : allowed,
      enabled: customer?.enabled ?? present.customer_update.enabled,
    },
    invoice_history: given.invoice_history ?? present.invoice_history,
    payment_method_update: {
      enabled: method?.enabled ?? present.payment_method_update.enabled,
      payment_method_configuration:
        method?.payment_method_configuration || present.payment_method_update.payment_method_configuration,
    },
    subscription_cancel: mergeCancel(present.subscription_cancel, cancel),
    subscription_pause: mergePause(present.subscription_pause, given.subscription_pause),
    subscription_update: mergeUpdate(work, present.subscription_update, given.subscription_update),
  };
}

function mergeCancel(
  present: Features["subscription_cancel"],
  given: Given["subscription_cancel"],
): Features["subscription_cancel"] {
  const { enabled, feedback_options: feedback, options } = given?.cancellation_reason ?? {};
  const reason = present.cancellation_reason;
  return {
    cancellation_reason: {
      enabled: enabled ?? reason.enabled,
      feedback_options: feedback === undefined ? reason.feedback_options : feedback || null,
      options: options === undefined ? reason.options : options || [],
    },
    enabled: given?.enabled ?? present.enabled,
    mode: given?.mode ?? present.mode,
    proration_behavior: given?.proration_behavior ?? present.proration_behavior,
  };
}

function mergePause(
  present: Features["subscription_pause"],
  given: Given["subscription_pause"],
): Features["subscription_pause"] {
  const options = given?.duration?.interval_options;
  return {
    duration: {
      interval_options:
        options === undefined
          ? present.duration.interval_options
          : (options || []).map(({ interval, interval_count = 1 }) => ({ interval, interval_count })),
      type: given?.duration?.type ?? present.duration.type,
    },
    enabled: given?.enabled ?? present.enabled,
  };
}

function mergeUpdate(work: Work, present: Update, given: Given["subscription_update"]): Update {
  const allowed = given?.default_allowed_updates;
  const conditions = given?.schedule_at_period_end?.conditions;
  const merged = {
    billing_cycle_anchor: given?.billing_cycle_anchor ?? present.billing_cycle_anchor,
    default_allowed_updates: allowed === undefined ? present.default_allowed_updates : allowed || [],
    enabled: given?.enabled ?? present.enabled,
    products:
      given?.products === undefined ? (present.products ?? []) : productsOf(work, given.products || []),
    proration_behavior: given?.proration_behavior ?? present.proration_behavior,
    schedule_at_period_end: {
      conditions: conditions === undefined ? present.schedule_at_period_end.conditions : conditions || [],
    },
    trial_update_behavior: given?.trial_update_behavior ?? present.trial_update_behavior,
  };
  if (merged.enabled && (merged.products.length === 0 || merged.default_allowed_updates.length === 0)) {
    throw invalidRequest(
      "To let customers change subscriptions, say which products and what about them they may change.",
      { param: "features[subscription_update]" },
    );
  }
  return merged;
}

function productsOf(
  work: Work,
  given: Exclude<NonNullable<NonNullable<Given["subscription_update"]>["products"]>, "">,
): NonNullable<Update["products"]> {
  const at = "features[subscription_update][products]";
  return given.map(({ adjustable_quantity: quantity, prices, product }, index) => {
    referenced(work, "product", product, `${at}[${index}][product]`);
    for (const [place, id] of prices.entries()) {
      const param = `${at}[${index}][prices][${place}]`;
      if (referenced(work, "price", id, param).product === product) continue;
      throw invalidRequest(`The price ${id} is not of the product ${product}.`, { param });
    }
    return {
      adjustable_quantity: {
        enabled: quantity?.enabled ?? false,
        maximum: quantity?.maximum ?? null,
        minimum: quantity?.minimum ?? 1,
      },
      prices,
      product,
    };
  });
}
