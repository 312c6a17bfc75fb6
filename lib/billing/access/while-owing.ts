import type { Access } from "../access";
import type { AccessReason } from "./facts";

/** How far the plan of somebody who owes is open. */
export type WhileOwing = {
  /** Until when what isn't paid stays open; null when that is closed. */
  openUntil: Date | null;
  /** What is owed was used, and closes what is used alone: the plan itself is paid for. */
  restStaysOpen: boolean;
};

/** Reads from what is open to somebody whose subscription is past due how far it is. */
export function whileOwing({ features }: Pick<Access, "features">): WhileOwing {
  return {
    openUntil: features.find(({ reason }) => reason === "grace")?.until ?? null,
    restStaysOpen: features.some(({ reason }) => byPaidPlan[reason]),
  };
}

const byPaidPlan: Record<AccessReason, boolean> = {
  subscription: true,
  ending: true,
  pausing: true,
  trial: false,
  grace: false,
  bought: false,
  grant: false,
};
