import type { Carrying } from "@/lib/stripe/webhooks/ledger";
import { parseEvent } from "@/lib/stripe/webhooks/parse";
import { subjectsOf } from "@/lib/stripe/webhooks/subject";
import { now } from "./events";
import type { Sent } from "./sending";

/** An event as the ledger is given it, with the object that it carries. */
export function carrying(sent: Sent): Carrying {
  const parsed = parseEvent(Buffer.from(JSON.stringify(sent)));
  if ("problem" in parsed) throw new Error(parsed.problem);
  const [subject] = subjectsOf(parsed.event, now());
  if (!subject?.seen) throw new Error("The event doesn't carry its object.");
  const passage = { ...parsed, endpoint: null, began: performance.now(), delivered: true, noted: false };
  return { passage, subject: { ...subject, seen: subject.seen } };
}
