import type { Kinds } from "@/emulator/core/kinds";

type Steps<Status extends string> = Readonly<Record<Status | "new", readonly Status[]>>;
type StatusOf<K extends keyof Kinds> = Kinds[K] extends { readonly status: infer Status }
  ? Extract<Status, string>
  : never;

/**
 * From which status an object may come to which, as it can be seen from outside: of what happens within one request or
 * one moment only the last counts. `new` is before it is there. https://docs.stripe.com/billing/subscriptions/overview
 */
const LEGAL_STEPS: {
  readonly dispute: Steps<Exclude<StatusOf<"dispute">, `appeal_${string}` | "prevented">>;
  readonly invoice: Steps<StatusOf<"invoice">>;
  readonly payment_intent: Steps<StatusOf<"payment_intent">>;
  readonly refund: Steps<"canceled" | "failed" | "pending" | "requires_action" | "succeeded">;
  readonly setup_intent: Steps<StatusOf<"setup_intent">>;
  readonly subscription: Steps<StatusOf<"subscription">>;
  readonly subscription_schedule: Steps<StatusOf<"subscription_schedule">>;
} = {
  dispute: {
    new: ["needs_response", "warning_needs_response"],
    lost: [],
    needs_response: ["lost", "under_review"],
    under_review: ["lost", "won"],
    warning_closed: [],
    warning_needs_response: ["warning_closed", "warning_under_review"],
    warning_under_review: ["needs_response", "warning_closed"],
    won: [],
  },
  invoice: {
    new: ["draft", "open", "paid"],
    draft: ["open", "paid", "uncollectible", "void"],
    open: ["paid", "uncollectible", "void"],
    paid: [],
    uncollectible: ["paid"],
    void: [],
  },
  payment_intent: {
    new: [
      "canceled",
      "requires_action",
      "requires_capture",
      "requires_confirmation",
      "requires_payment_method",
      "succeeded",
    ],
    canceled: [],
    processing: ["canceled", "requires_payment_method", "succeeded"],
    requires_action: [
      "canceled",
      "requires_capture",
      "requires_confirmation",
      "requires_payment_method",
      "succeeded",
    ],
    requires_capture: ["canceled", "succeeded"],
    requires_confirmation: [
      "canceled",
      "requires_action",
      "requires_capture",
      "requires_payment_method",
      "succeeded",
    ],
    requires_payment_method: [
      "canceled",
      "requires_action",
      "requires_capture",
      "requires_confirmation",
      "succeeded",
    ],
    succeeded: [],
  },
  refund: {
    new: ["pending", "succeeded"],
    canceled: [],
    failed: [],
    pending: ["canceled", "failed", "succeeded"],
    requires_action: ["canceled", "failed", "succeeded"],
    succeeded: ["failed"],
  },
  setup_intent: {
    new: ["requires_action", "requires_confirmation", "requires_payment_method", "succeeded"],
    canceled: [],
    processing: ["canceled", "requires_payment_method", "succeeded"],
    requires_action: ["canceled", "requires_confirmation", "requires_payment_method", "succeeded"],
    requires_confirmation: ["canceled", "requires_action", "requires_payment_method", "succeeded"],
    requires_payment_method: ["canceled", "requires_action", "requires_confirmation", "succeeded"],
    succeeded: [],
  },
  subscription: {
    new: ["active", "incomplete", "trialing"],
    active: ["canceled", "past_due", "paused", "trialing"],
    canceled: [],
    incomplete: ["active", "canceled", "incomplete_expired"],
    incomplete_expired: [],
    past_due: ["active", "canceled", "paused", "trialing", "unpaid"],
    paused: ["active", "canceled", "past_due"],
    trialing: ["active", "canceled", "past_due", "paused"],
    unpaid: ["active", "canceled", "paused", "trialing"],
  },
  subscription_schedule: {
    new: ["active", "not_started"],
    active: ["canceled", "completed", "released"],
    canceled: [],
    completed: [],
    not_started: ["active", "canceled", "released"],
    released: [],
  },
};

type Stepping = keyof typeof LEGAL_STEPS;

/** Says what is wrong with a step from one status to another; empty where it is allowed, or nothing is said of the kind. */
export function illegalStep(kind: string, from: string, to: string): string[] {
  if (!isStepping(kind) || from === to) return [];
  const legal: Readonly<Record<string, readonly string[]>> = LEGAL_STEPS[kind];
  return legal[from]?.includes(to) ? [] : [`${kind}: from ${from} to ${to}`];
}

export function isStepping(kind: string): kind is Stepping {
  return Object.hasOwn(LEGAL_STEPS, kind);
}
