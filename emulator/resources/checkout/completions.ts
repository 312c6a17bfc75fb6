import type { Held } from "../../core/kinds";
import type { Work } from "../../core/work";
import { refuseSurprise, setUp } from "./collect";
import type { Completion, Made } from "./completion";
import { pay } from "./pay";
import { subscribe } from "./subscribe";

type Mode = NonNullable<Held<"checkout.session">["mode"]>;

/** What each mode makes of what its customer brought. */
export const COMPLETIONS: Readonly<Record<Mode, (work: Work, completion: Completion) => Made>> = {
  payment: pay,
  setup: save,
  subscription: subscribe,
};

function save(work: Work, { session, customer, brought }: Completion): Made {
  const intent = work.store.get("setup_intent", session.setup_intent ?? "");
  if (brought) refuseSurprise(setUp(work, intent, customer, brought));
  return {};
}
