import type { Held } from "../../core/kinds";

type Status = Held<"subscription">["status"];

/** Whether a subscription of the status gives its customer what its products promise. */
export const ENTITLES: Readonly<Record<Status, boolean>> = {
  active: true,
  trialing: true,
  past_due: true,
  canceled: false,
  incomplete: false,
  incomplete_expired: false,
  paused: false,
  unpaid: false,
};

/** Whether a subscription of the status is over for good. */
export const ENDED: Readonly<Record<Status, boolean>> = {
  active: false,
  trialing: false,
  past_due: false,
  canceled: true,
  incomplete: false,
  incomplete_expired: true,
  paused: false,
  unpaid: false,
};

/** Whether what a change of a subscription of the status gives back and costs is billed at all. */
export const PRORATES: Readonly<Record<Status, boolean>> = {
  active: true,
  trialing: false,
  past_due: true,
  canceled: false,
  incomplete: false,
  incomplete_expired: false,
  paused: false,
  unpaid: true,
};
