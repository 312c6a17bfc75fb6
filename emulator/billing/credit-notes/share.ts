import { fraction } from "../fraction";
import { roundHalfUp } from "../rounding";

/** What belongs to a part of a whole, minor units: of the whole itself exactly everything, a tie going up. */
export function share(amount: number, part: number, whole: number): number {
  return whole === 0 ? 0 : roundHalfUp(fraction(BigInt(amount) * BigInt(part), whole));
}
