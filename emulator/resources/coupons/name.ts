import { invalidRequest } from "../../core/errors";

const LONGEST = 40;

/** A coupon's name as given; refuses one that is too long. */
export function nameOf(given: string | undefined): string | undefined {
  if (given === undefined || given.length <= LONGEST) return given;
  throw invalidRequest(`Invalid string: must be at most ${LONGEST} characters`, { param: "name" });
}
