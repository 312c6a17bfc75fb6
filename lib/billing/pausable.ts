import type { OwnSubscription } from "./queries/subscription-of";

/** Whether a subscription can be paused: a monthly one in good standing, that isn't about to end and isn't paused. */
export function isPausable({ status, endsAt, pause, price, periodEnd }: OwnSubscription): boolean {
  return status === "active" && !endsAt && !pause && price?.interval === "month" && periodEnd !== null;
}
