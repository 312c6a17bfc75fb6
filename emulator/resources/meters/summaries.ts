import { AGGREGATE, usesOf } from "../../billing/meters/usage";
import type { Period } from "../../billing/periods";
import { invalidRequest } from "../../core/errors";
import { addressed } from "../../core/lookup";
import { operation, type ParamsOf } from "../../core/operation";

type Params = ParamsOf<"billing.meters.listEventSummaries">;

const MINUTE = 60;
const WINDOWS = { day: 86_400, hour: 3600 } as const;
const DEFAULT_LIMIT = 10;
const MAX_LIMIT = 100;

/** What a customer used of a meter in all, or hour by hour or day by day, newest first. https://docs.stripe.com/api/billing/meter-event-summary/list */
export const listMeterEventSummaries = operation("billing.meters.listEventSummaries", (call) => {
  const meter = addressed(call, "billing.meter");
  const { customer, limit = DEFAULT_LIMIT } = call.params;
  const periods = periodsOf(call.params);
  const summaries = periods
    .map((period) => ({ period, uses: usesOf(call, meter.id, customer, period) }))
    .filter(({ uses }) => periods.length === 1 || uses.length > 0)
    .map(({ period, uses }) => ({
      id: call.newId("meter_event_summary"),
      object: "billing.meter_event_summary",
      aggregated_value: AGGREGATE[meter.default_aggregation.formula](uses),
      end_time: period.end,
      livemode: false,
      meter: meter.id,
      start_time: period.start,
    }));
  const most = Math.min(Math.max(limit, 1), MAX_LIMIT);
  return {
    object: "list",
    data: summaries.slice(0, most),
    has_more: summaries.length > most,
    url: `/v1/billing/meters/${meter.id}/event_summaries`,
  };
});

function periodsOf({ start_time: start, end_time: end, value_grouping_window: window }: Params): Period[] {
  if (end <= start) throw invalidRequest("end_time must be after start_time", { param: "end_time" });
  const step = window === undefined ? end - start : WINDOWS[window];
  const aligned = window === undefined ? MINUTE : step;
  for (const [name, time] of Object.entries({ start_time: start, end_time: end })) {
    if (time % aligned === 0) continue;
    throw invalidRequest(`${name} must be aligned with ${window ?? "minute"} boundaries (UTC).`, {
      param: name,
    });
  }
  const count = Math.ceil((end - start) / step);
  return Array.from({ length: count }, (_, index) => {
    const from = end - (index + 1) * step;
    return { start: Math.max(start, from), end: from + step };
  });
}
