import { notFound } from "../core/errors";
import type { Work } from "../core/work";
import { readFault } from "./read-rule";
import type { FaultRule } from "./rule";

/** Makes a rule of what was given. Throws 400 for what can't be meant. */
export function addFault(work: Work, given: unknown): FaultRule {
  return work.store.put("_fault", { ...readFault(given), id: work.newId("fault"), seen: 0, fired: 0 });
}

/** Takes a rule away. Throws 404 if there is none of that id. */
export function removeFault({ store }: Work, id: string): void {
  if (store.get("_fault", id) === undefined) throw notFound("fault", id);
  store.delete("_fault", id);
}

/** From now on nothing is made to go wrong in this account. */
export function removeAllFaults({ store }: Work): void {
  for (const { id } of store.list("_fault")) store.delete("_fault", id);
}
