import type { Held } from "../../core/kinds";
import type { Work } from "../../core/work";
import { linesOf, priceOfLine } from "./recount";

/** Does something with a session's prices although some are archived: those made for it alone always are. */
export function forSale<T>(work: Work, session: Held<"checkout.session">, task: () => T): T {
  const archived = linesOf(work, session)
    .map((item) => priceOfLine(work, item))
    .filter(({ active }) => !active);
  for (const { id } of archived) work.store.update("price", id, { active: true });
  const result = task();
  for (const { id } of archived) work.store.update("price", id, { active: false });
  return result;
}
