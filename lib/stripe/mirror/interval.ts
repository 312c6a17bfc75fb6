/**
 * When a content was Stripe's: at some moment from `from` up to but not including `to`, in seconds on
 * Stripe's clock. Two intervals that overlap leave open which content is the newer one.
 */
export type Interval = { from: number; to: number };

/** The interval in which several contents were read that make up one. */
export function spanning(one: Interval, other: Interval): Interval {
  return { from: Math.min(one.from, other.from), to: Math.max(one.to, other.to) };
}

/**
 * The interval of an event's payload. `created` has a resolution of one second.
 * https://docs.stripe.com/api/events/object#event_object-created
 */
export function eventInterval(created: number): Interval {
  return { from: created, to: created + 1 };
}

/**
 * The interval of an answer: from just before the request to the response, on Stripe's clock and not ours.
 * The `Date` header has a resolution of one second and may lag by as long as the request took, so the
 * elapsed time widens the interval on both sides. Without the header our own clock has to do, with a
 * margin for its error.
 *
 * @param date the response's `Date` header
 * @param elapsed seconds from just before the request to the response, retries included
 */
export function answerInterval(date: string | undefined, elapsed: number): Interval {
  const answered = date === undefined ? Number.NaN : Date.parse(date) / 1000;
  if (Number.isNaN(answered)) {
    const now = Date.now() / 1000;
    return { from: now - elapsed - CLOCK_ERROR, to: now + CLOCK_ERROR };
  }
  return { from: answered - elapsed, to: answered + 1 + elapsed };
}

/** Seconds by which our own clock may differ from Stripe's. */
const CLOCK_ERROR = 60;
