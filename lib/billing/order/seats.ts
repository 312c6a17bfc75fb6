/** Why a number of seats can't be had. */
export type SeatsFault =
  /** It isn't a whole number. */
  | { fault: "not_whole" }
  | { fault: "too_few" }
  | { fault: "too_many"; most: number }
  /** The plan is for one person. */
  | { fault: "one_only" };

/** Reads how many seats were typed. @param most how many the plan may have; undefined for a plan of one */
export function seatsOf(typed: string, most: number | undefined): { seats: number } | SeatsFault {
  if (typed === "") return { seats: 1 };
  if (!/^[+-]?\d+$/.test(typed)) return { fault: "not_whole" };
  const seats = Number(typed);
  if (seats < 1) return { fault: "too_few" };
  if (most === undefined) return seats === 1 ? { seats } : { fault: "one_only" };
  return seats > most ? { fault: "too_many", most } : { seats };
}
