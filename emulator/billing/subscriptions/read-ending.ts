import { invalidRequest } from "../../core/errors";
import type { Held } from "../../core/kinds";
import type { ParamsOf } from "../../core/operation";
import type { Work } from "../../core/work";
import { settled } from "../../resources/fields";
import { endsAt, endsWithPeriod, goesOn } from "./cancel-at";
import { itemsOf } from "./period";

type Subscription = Held<"subscription">;
type Params = Pick<
  ParamsOf<"subscriptions.update">,
  "cancel_at" | "cancel_at_period_end" | "cancellation_details"
>;

/** What an update changes about when and why a subscription ends. */
export function changedEnding(
  work: Work,
  subscription: Subscription,
  { cancel_at, cancel_at_period_end, cancellation_details: details }: Params,
  now: number,
): Partial<Subscription> {
  const commented = details
    ? { ...subscription, cancellation_details: withDetails(subscription, details) }
    : subscription;
  if (cancel_at_period_end && cancel_at) throw bothEndings();
  if (cancel_at_period_end) return endsWithPeriod(work, commented, now);
  if (cancel_at) return endsAt(commented, timeOf(work, commented, cancel_at, now), now);
  if (cancel_at_period_end === false || cancel_at === "") return goesOn(commented);
  return { cancellation_details: commented.cancellation_details };
}

/** What a new subscription is told about its end. */
export function givenEnding(
  work: Work,
  subscription: Subscription,
  { cancel_at, cancel_at_period_end }: Pick<Params, "cancel_at" | "cancel_at_period_end">,
  now: number,
): Partial<Subscription> {
  if (cancel_at_period_end && cancel_at) throw bothEndings();
  if (cancel_at_period_end) return endsWithPeriod(work, subscription, now);
  return cancel_at ? endsAt(subscription, timeOf(work, subscription, cancel_at, now), now) : {};
}

function timeOf(
  work: Work,
  subscription: Subscription,
  given: Exclude<NonNullable<Params["cancel_at"]>, "">,
  now: number,
): number {
  const ends = itemsOf(work, subscription).map((item) => item.current_period_end);
  if (given === "min_period_end") return Math.min(...ends);
  if (given === "max_period_end" || given === "max_billed_until") return Math.max(...ends);
  if (given <= now) throw invalidRequest("Timestamp must be in the future", { param: "cancel_at" });
  return given;
}

/** Comment and feedback as given, over those there are. */
export function withDetails(
  { cancellation_details: present }: Subscription,
  given: NonNullable<Params["cancellation_details"]>,
): Subscription["cancellation_details"] {
  return {
    comment: settled(given.comment, present?.comment ?? null),
    feedback: settled(given.feedback, present?.feedback ?? null),
    feedback_option: given.feedback_option ?? present?.feedback_option ?? null,
    reason: present?.reason ?? null,
  };
}

function bothEndings() {
  return invalidRequest("You may only specify one of these parameters: cancel_at, cancel_at_period_end.", {
    code: "parameters_exclusive",
  });
}
