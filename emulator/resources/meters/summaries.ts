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
  const summaries = windowsOf(call.params, usesOf(call, meter.id, customer, wholeOf(call.params))).map(
    ({ period, uses }) => ({
      id: idOf(`${meter.id} ${customer} ${period.start} ${period.end}`),
      object: "billing.meter_event_summary",
      aggregated_value: AGGREGATE[meter.default_aggregation.formula](uses),
      end_time: period.end,
      livemode: false,
      meter: meter.id,
      start_time: period.start,
    }),
  );
  return countedPage(call.params, summaries, {
    noun: "meter event summary",
    url: `/v1/billing/meters/${meter.id}/event_summaries`,
  });
});

/** A summary is kept nowhere: what it is called follows from what it is about. */
function idOf(subject: string): string {
  return `mtrusg_test_${randomText(seeded(hashOf(subject)), ID_LENGTH)}`;
}

/** The time asked about; refuses one that is none, or doesn't begin and end with its windows. */
function wholeOf({ start_time: start, end_time: end, value_grouping_window: window }: Params): Period {
  if (end <= start) throw invalidRequest("end_time must be after start_time", { param: "end_time" });
  const aligned = window === undefined ? MINUTE : WINDOWS[window];
  for (const [name, time] of Object.entries({ start_time: start, end_time: end })) {
    if (time % aligned === 0) continue;
    throw invalidRequest(`${name} must be aligned with ${window ?? "minute"} boundaries (UTC).`, {
      param: name,
    });
  }
  return { start, end };
}

type Uses = ReturnType<typeof usesOf>;

/** The whole time, or those hours or days of it in which something was used, newest first. */
function windowsOf(
  { start_time: start, end_time: end, value_grouping_window: window }: Params,
  uses: Uses,
): readonly { readonly period: Period; readonly uses: Uses }[] {
  const step = window === undefined ? end - start : WINDOWS[window];
  if (step === end - start) return [{ period: { start, end }, uses }];
  const byStart = new Map<number, Uses>();
  for (const use of uses) {
    const from = use.timestamp - (use.timestamp % step);
    byStart.set(from, [...(byStart.get(from) ?? []), use]);
  }
  return [...byStart]
    .map(([from, used]) => ({ period: { start: from, end: from + step }, uses: used }))
    .reverse();
}
