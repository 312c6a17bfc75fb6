import type { Json, Method } from "../backend";
import { textAt } from "../json";

/** A field an administrator fills in. */
export interface ActionField {
  name: string;
  label: string;
  value: string;
  hint?: string;
  /** What there is to choose from; without it anything may be written. */
  options?: readonly string[];
  /** What choices are called, where that isn't as they are written. */
  words?: Readonly<Record<string, string>>;
}

/** What is said once a change is made. */
const DONE = {
  archive: "Archived.",
  cancel: "Canceled.",
  cancel_later: "It will be canceled at the end of its period.",
  change: "Changed.",
  create: "Created.",
  credit: "Credited.",
  delete: "Deleted.",
  detach: "Taken off.",
  disable: "Disabled.",
  dispute: "Disputed.",
  edit: "Saved.",
  elsewhere: "Marked as paid elsewhere.",
  enable: "Enabled.",
  expire: "Expired.",
  finalize: "Finalized.",
  keep: "It will go on.",
  lose: "The dispute is lost.",
  contest: "The evidence is with the bank.",
  release: "Released: the subscription goes on by itself.",
  pause: "Paused.",
  pay: "Paid.",
  refuse: "The bank refuses what is to be paid next.",
  refund: "Refunded.",
  remove: "Removed.",
  resend: "Sent again.",
  restore: "Brought back to the snapshot.",
  resume: "Resumed.",
  renew: "The card has a new date of expiry.",
  retries: "Saved.",
  reset: "Everything forgotten.",
  snapshot: "Kept.",
  stop: "Paused: nothing is billed until it is resumed.",
  strict: "Saved.",
  unarchive: "Brought back.",
  uncollectible: "Marked as uncollectible.",
  void: "Voided.",
  wallets: "Saved.",
} as const;

export type ActionName = keyof typeof DONE;

/** A change made by hand: a request to the API, with what was filled in as its parameters. */
export interface Action {
  name: ActionName;
  label: string;
  method: Method;
  path: string;
  fields: ActionField[];
  /** Parameters nobody fills in. */
  fixed: Readonly<Record<string, string>>;
  /** The object isn't there any more afterwards. */
  ends?: true;
}

export type ActionsOf = (object: Json) => Action[];

/** A change without anything to fill in. */
export function button(
  name: ActionName,
  label: string,
  path: string,
  fixed: Readonly<Record<string, string>> = {},
): Action {
  return { name, label, method: "POST", path, fields: [], fixed };
}

/** A field that shows what the object has at a path. */
export function field(object: Json, name: string, label: string, path = name): ActionField {
  return { name, label, value: textAt(object, path) };
}

/** The form that changes an object's fields. */
export function edit(collection: string, object: Json, fields: ActionField[]): Action {
  return { ...button("edit", "Save", `${collection}/${textAt(object, "id")}`), fields };
}

/** The sentence for a change that was made; null for a name that is none. */
export function doneText(name: string): string | null {
  return Object.entries(DONE).find(([action]) => action === name)?.[1] ?? null;
}
