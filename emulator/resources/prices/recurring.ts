import { invalidRequest } from "../../core/errors";
import type { Held } from "../../core/kinds";
import type { ParamsOf } from "../../core/operation";

type Recurring = NonNullable<Held<"price">["recurring"]>;
type Given = NonNullable<ParamsOf<"prices.create">["recurring"]>;

/** The longest a period may be: three years, https://docs.stripe.com/api/prices/create#create_price-recurring-interval_count */
const LONGEST: Readonly<Record<Recurring["interval"], number>> = { day: 1095, week: 156, month: 36, year: 3 };

/** How a price recurs. Throws for a period longer than three years. */
export function recurringOf(given: Given): Recurring {
  const count = given.interval_count ?? 1;
  if (count < 1 || count > LONGEST[given.interval]) {
    const message = `The interval count must be between 1 and ${LONGEST[given.interval]} for the interval ${given.interval}.`;
    throw invalidRequest(message, { param: "recurring[interval_count]" });
  }
  return {
    interval: given.interval,
    interval_count: count,
    meter: given.meter ?? null,
    trial_period_days: given.trial_period_days ?? null,
    usage_type: given.usage_type ?? "licensed",
  };
}
