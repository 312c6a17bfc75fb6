import type { OwnSubscription } from "../queries/subscription-of";

/** Whether a subscription can be paused: a monthly one in good standing, that isn't about to end or change and isn't paused. */
export function isPausable({ status, endsAt, pause, change, price, periodEnd }: OwnSubscription): boolean {
  return (
    status === "active" && !endsAt && !pause && !change && price?.interval === "month" && periodEnd !== null
  );
}
