import { type Allowance, isAllowed } from "./allowed";

/** What of the recorded account is what of ours: ids by ids, filled as answers are compared. */
export type Names = Map<string, string>;

type Fields = Readonly<Record<string, unknown>>;

/**
 * What differs between a recorded answer and ours, each with its path; empty when ours says the same. Ids have
 * to stand for the same things throughout, times and secrets only to be there, everything else to be equal.
 */
export function differences(theirs: unknown, ours: unknown, names: Names): string[] {
  const root = isFields(theirs) ? [String(theirs.object ?? "error")] : [];
  return compare(theirs, ours, names, root)
    .filter(({ path, kind }) => !isAllowed(path, kind))
    .map(({ text }) => text);
}

interface Difference {
  readonly path: string;
  readonly kind: Allowance["kind"];
  readonly text: string;
}

function compare(theirs: unknown, ours: unknown, names: Names, at: readonly string[]): Difference[] {
  if (Array.isArray(theirs) && Array.isArray(ours) && theirs.length === ours.length) {
    return theirs.flatMap((item, index) => compare(item, ours[index], names, [...at, "*"]));
  }
  if (isFields(theirs) && isFields(ours)) return compareFields(theirs, ours, names, at);
  if (theirs === ours || standsFor(theirs, ours, names, at)) return [];
  return [difference("value", at, `theirs ${JSON.stringify(theirs)}, ours ${JSON.stringify(ours)}`)];
}

function compareFields(theirs: Fields, ours: Fields, names: Names, at: readonly string[]): Difference[] {
  const keys = [...new Set([...Object.keys(theirs), ...Object.keys(ours)])];
  const here =
    typeof theirs.object === "string" && at.length > 1
      ? [...at.slice(0, -1), `${at.at(-1)}<${theirs.object}>`]
      : at;
  return keys.flatMap((key) => {
    const path = [...here, key];
    if (!Object.hasOwn(ours, key)) return [difference("theirs", path, "theirs alone")];
    if (!Object.hasOwn(theirs, key)) return [difference("ours", path, "ours alone")];
    return compare(theirs[key], ours[key], names, path);
  });
}

function difference(kind: Difference["kind"], at: readonly string[], text: string): Difference {
  const path = at.join(".");
  return { path, kind, text: `${path}: ${text}` };
}

/** Whether two unequal values are the same for all that can be known: ids, times, and what is made by chance. */
function standsFor(theirs: unknown, ours: unknown, names: Names, at: readonly string[]): boolean {
  if (isTime(theirs) && isTime(ours)) return true;
  if (typeof theirs !== "string" || typeof ours !== "string") return false;
  if (names.get(theirs) === ours) return true;
  if (BY_CHANCE.has(at.at(-1) ?? "")) return true;
  if (isId(theirs) && isId(ours)) {
    const known = names.get(theirs);
    names.set(theirs, known ?? ours);
    return (known ?? ours) === ours;
  }
  return plain(theirs, names) === plain(ours, new Map());
}

/** A text without what differs between two accounts and two days. */
function plain(text: string, names: Names): string {
  return text
    .replace(/\b[a-z]+_\w{8,}/g, (id) => names.get(id) ?? id)
    .replace(/\b[A-Z0-9]{8}(?=-\d{4}\b)/g, "PREFIX")
    .replace(/\b\d{2} [A-Z][a-z]{2} \d{4}\b/g, "DAY");
}

/** Fields that are made anew each time, or that say where an account is. */
const BY_CHANCE: ReadonlySet<string> = new Set([
  "authorization_code",
  "client_secret",
  "fingerprint",
  "hosted_invoice_url",
  "invoice_pdf",
  "invoice_prefix",
  "network_transaction_id",
  "pdf",
  "receipt_url",
  "request_log_url",
]);

function isId(text: string): boolean {
  return /^[a-z]+(_[a-z]+)*_[A-Za-z0-9]{8,}$/.test(text);
}

function isTime(value: unknown): boolean {
  return typeof value === "number" && value > 1_500_000_000;
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
