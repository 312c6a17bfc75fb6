import { seeded } from "../core/ids";
import type { Store } from "../core/store";
import type { FaultAction } from "./actions";
import type { Fault, FaultRule } from "./rule";

/**
 * The faults that happen to one request or delivery, oldest rule first. Counts what each rule has seen, so it
 * belongs within a piece of work.
 */
export function fire<Action extends FaultAction>(
  store: Store,
  isAction: (name: FaultAction) => name is Action,
  holds: (rule: FaultRule) => boolean,
): Fault<Action>[] {
  return store
    .list("_fault")
    .reverse()
    .flatMap((rule) => {
      const { action, amount } = rule;
      if (!isAction(action) || !holds(rule)) return [];
      const seen = rule.seen + 1;
      const hit = isHit(rule, seen);
      store.put("_fault", { ...rule, seen, fired: rule.fired + (hit ? 1 : 0) });
      return hit ? [{ action, amount }] : [];
    });
}

function isHit(rule: FaultRule, seen: number): boolean {
  if (rule.nth !== null && seen !== rule.nth) return false;
  if (rule.times !== null && rule.fired >= rule.times) return false;
  return seeded(rule.seed + Math.imul(seen, 0x9e3779b1))() < rule.probability;
}
