import { invalidRequest } from "../../core/errors";
import type { Params } from "./check";

const HALF_HOUR = 30 * 60;
const DAY = 24 * 60 * 60;

/** When a session's time is over, unix seconds: as asked, or a day after it was made. */
export function expiryOf(given: number | undefined, created: number): number {
  if (given === undefined) return created + DAY;
  if (given >= created + HALF_HOUR && given <= created + DAY) return given;
  const bound = given < created + HALF_HOUR ? "at least 30 minutes" : "less than 24 hours";
  throw invalidRequest(`The \`expires_at\` timestamp must be ${bound} from Checkout Session creation.`, {
    param: "expires_at",
  });
}

/** Refuses a trial that could be over before somebody has bought. */
export function checkTrialEnd({ subscription_data: data }: Params, created: number): void {
  if (data?.trial_end === undefined || data.trial_end >= created + 2 * DAY) return;
  throw invalidRequest("The `trial_end` date has to be at least 2 days in the future.", {
    param: "subscription_data[trial_end]",
  });
}
