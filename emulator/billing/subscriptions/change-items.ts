import type { Held } from "../../core/kinds";
import type { Work } from "../../core/work";
import { applyItems } from "./apply-items";
import { alters, type ItemChange } from "./item-changes";
import { payUpdate } from "./pay-update";
import { billReplacedUsage, prorate } from "./prorate";
import type { UpdateParams } from "./read-update";
import { restartPeriods } from "./restart-periods";
import { PRORATES } from "./status";

/** How item changes are carried out and billed. */
export type Manner = {
  /** Whether all periods begin anew. */
  readonly anchor: "now" | "unchanged";
  /** Unix seconds. */
  readonly at: number;
  /** From when on the difference is counted; `at` unless a request says otherwise. */
  readonly prorateAt: number;
  /** Whether something was added to the next invoice beside the items. */
  readonly extras: boolean;
  readonly behavior: NonNullable<UpdateParams["proration_behavior"]>;
  readonly payment: Pick<UpdateParams, "off_session" | "payment_behavior">;
};

/** Changes a subscription's items and bills the difference as `behavior` says. */
export function changeItems(
  work: Work,
  subscription: Held<"subscription">,
  changes: readonly ItemChange[],
  manner: Manner,
): void {
  const { anchor, at, prorateAt, behavior, extras, payment } = manner;
  if (anchor === "now") {
    restartPeriods(work, subscription, changes, manner);
    return;
  }
  const billed = changes.some(alters) && PRORATES[subscription.status] && behavior !== "none";
  if (billed) prorate(work, subscription, changes, prorateAt);
  billReplacedUsage(work, subscription, changes, at);
  const changed = applyItems(work, subscription, changes, at);
  if ((billed || extras) && behavior === "always_invoice") payUpdate(work, changed, payment, at);
}
