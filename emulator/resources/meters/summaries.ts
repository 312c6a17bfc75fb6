import { AGGREGATE, usesOf } from "../../billing/meters/usage";
import type { Period } from "../../billing/periods";
import { countedPage } from "../../core/counted-page";
import { invalidRequest } from "../../core/errors";
import { hashOf, randomText, seeded } from "../../core/ids";
import { addressed } from "../../core/lookup";
import { operation, type ParamsOf } from "../../core/operation";

type Params = ParamsOf<"billing.meters.listEventSummaries">;

const MINUTE = 60;
const WINDOWS = { day: 86_400, hour: 3600 } as const;
const ID_LENGTH = 24;

/** What a customer used of a meter in all, or hour by hour or day by day, newest first. https://docs.stripe.com/api/billing/meter-event-summary/list */
export const listMeterEventSummaries = operation("billing.meters.listEventSummaries", (call) => {
  const meter = addressed(call, "billing.meter");
  const { customer } = call.params;
  const periods = periodsOf(call.params);
  const summaries = periods
    .map((period) => ({ period, uses: usesOf(call, meter.id, customer, period) }))
    .filter(({ uses }) => periods.length === 1 || uses.length > 0)
    .map(({ period, uses }) => ({
      id: idOf(`${meter.id} ${customer} ${period.start} ${period.end}`),
      object: "billing.meter_event_summary",
      aggregated_value: AGGREGATE[meter.default_aggregation.formula](uses),
      end_time: period.end,
      livemode: false,
      meter: meter.id,
      start_time: period.start,
    }));
  return countedPage(call.params, summaries, {
    noun: "meter event summary",
    url: `/v1/billing/meters/${meter.id}/event_summaries`,
  });
});

/** A summary is kept nowhere: what it is called follows from what it is about. */
function idOf(subject: string): string {
  return `mtrusg_test_${randomText(seeded(hashOf(subject)), ID_LENGTH)}`;
}

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
