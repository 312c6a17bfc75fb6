import type { Held } from "../../core/kinds";
import type { Work } from "../../core/work";

/**
 * Makes the id of a deleted coupon free for another: what it took off somewhere goes on as it was, and its codes,
 * which name the id, never stand for the other one.
 */
export function giveUpId(work: Work, coupon: Held<"coupon">): void {
  for (const { id, former, source } of work.store.list("discount")) {
    if (source.coupon === coupon.id && !former) work.store.update("discount", id, { former: coupon });
  }
  for (const { id } of work.store.list("promotion_code", "coupon", coupon.id)) {
    work.store.update("promotion_code", id, { orphaned: true });
  }
  work.store.delete("coupon", coupon.id);
  work.store.delete("_deleted", coupon.id);
}
