import type { Feedback } from "@/lib/billing/cancel-subscription";

/** Reasons to leave, as people say them, in the order they are offered. */
export const reasons: Record<Feedback, string> = {
  too_expensive: "It costs too much",
  unused: "I don't use it enough",
  missing_features: "It lacks something I need",
  low_quality: "It isn't as good as I had hoped",
  too_complex: "It is hard to use",
  customer_service: "I wasn't helped well",
  switched_service: "I use something else now",
  other: "Something else",
};

export function isReason(value: unknown): value is Feedback {
  return typeof value === "string" && Object.hasOwn(reasons, value);
}
