import { isDocument, isRecord } from "@/lib/stripe/mirror/observed";
import { isMirrored, type MirroredType, mirrored, mirroredTypes } from "@/lib/stripe/mirror/registry";
import { GONE, longLists, textOf } from "./content";
import type { History } from "./history";
import type { Sight } from "./observer";
import { addressOf, contentOf, type Told } from "./told";

/**
 * Finds rows that went back to an older state than they had shown, or showed what never was at the stand-in:
 * each row's states must be in the order of moments at which they were true.
 */
export function goingBack(sights: readonly Sight[], told: Told): string[] {
  const reached = new Map<string, number>();
  return sights.flatMap((sight) => {
    const name = `${sight.type} ${sight.id}`;
    const moments = told.moments(sight.type, sight.id, shownBy(sight));
    if (moments.length === 0) return [`${name} showed what never was: ${shownBy(sight)}`];
    const before = reached.get(name) ?? Number.NEGATIVE_INFINITY;
    const now = moments.find((moment) => moment >= before);
    if (now === undefined) return [`${name} went back from ${before} to ${moments}: ${shownBy(sight)}`];
    reached.set(name, now);
    return [];
  });
}

/**
 * Finds rows that don't end as the stand-in's objects are, or aren't there although events have told of the object.
 * What Stripe has changed since its last event about an object no receiver can know.
 */
export async function differences(sights: readonly Sight[], history: History): Promise<string[]> {
  const { told } = history;
  const last = new Map(sights.map((sight) => [`${sight.type} ${sight.id}`, sight]));
  const objects = new Map(
    [...last.values(), ...subjectsOf(told)].map((one) => [`${one.type} ${one.id}`, one] as const),
  );
  const found = await Promise.all(
    [...objects].map(async ([name, { type, id }]) => {
      const truth = await truthOf(history, type, id);
      const row = last.get(name);
      const shown = row && shownBy(row);
      if (row && shown === truth) return cutShort(history, row);
      const late = shown && told.moments(type, id, shown).some((moment) => moment >= told.lastOf(type, id));
      if (late && withoutSilent(type, shown) === withoutSilent(type, truth)) return [];
      return [`${name} isn't as at the stand-in: ${shown ? unlike(shown, truth) : "there is no row"}`];
    }),
  );
  return found.flat();
}

/** Finds long lists of a row that don't go on as they do at the stand-in, which shows the beginning of a list in an object. */
async function cutShort({ standIn, account }: History, { type, id, data }: Sight): Promise<string[]> {
  const faults = longLists(data).map(async ({ url, data: kept, has_more: more }) => {
    const { json } = await standIn.request("GET", `${url}?limit=100`, { key: `sk_test_${account}` });
    const entries = isRecord(json) ? json.data : undefined;
    return !more && textOf(kept) === textOf(entries) ? [] : [`${type} ${id} has not all of ${url}`];
  });
  return (await Promise.all(faults)).flat();
}

/** Fields, however deep, that change without an event that tells of it. */
const silent: Partial<Record<MirroredType, readonly string[]>> = {
  // Counted on by each invoice of the customer.
  customer: ["next_invoice_sequence"],
  // The intent of a first invoice is given the customer's card after payment_intent.created has told of it.
  payment_intent: ["payment_method", "status"],
  // An invoice whose customer or subscription is gone advances no more.
  invoice: ["auto_advance", "automatically_finalizes_at", "next_payment_attempt"],
  // Stripe has events of an item's creation and deletion, none of its being put on an invoice.
  invoiceitem: ["invoice"],
  // Copies of the price, which has events of its own.
  subscription: ["price", "plan"],
};

/** The fields in which two contents differ, the row's first. */
function unlike(shown: string, truth: string): string {
  if (shown === GONE || truth === GONE) return `${shown.slice(0, 100)} for ${truth.slice(0, 100)}`;
  const [row, object] = [fieldsOf(shown), fieldsOf(truth)];
  const fields = Object.keys({ ...row, ...object }).filter(
    (name) => textOf(row[name]) !== textOf(object[name]),
  );
  return fields.map((name) => `${name} ${textOf(row[name])} for ${textOf(object[name])}`).join(", ");
}

function withoutSilent(type: MirroredType, content: string): string {
  const left = (field: string, value: unknown) => (silent[type]?.includes(field) ? undefined : value);
  return content === GONE ? GONE : JSON.stringify(JSON.parse(content), left);
}

function fieldsOf(content: string): Record<string, unknown> {
  return { ...JSON.parse(content) };
}

async function truthOf({ standIn, account }: History, type: MirroredType, id: string): Promise<string> {
  const { json } = await standIn.request("GET", addressOf(type, id), { key: `sk_test_${account}` });
  return contentOf(json);
}

/** What the mirror must hold by these events: the objects they carry, and those that they tell of. */
function subjectsOf({ events }: Told): { type: MirroredType; id: string }[] {
  return events.flatMap(({ type: event, data: { object } }) => [
    ...carried(object),
    ...mirroredTypes.flatMap((type) => {
      const { toldBy } = mirrored(type);
      const field = toldBy?.[String(object.object)] ?? toldBy?.[event];
      const id = field && object[field];
      return typeof id === "string" ? [{ type, id }] : [];
    }),
  ]);
}

function carried(object: unknown): { type: MirroredType; id: string }[] {
  if (!isDocument(object) || !isMirrored(object.object) || mirrored(object.object).gather) return [];
  // A preview, which invoice.upcoming carries, is no object that anybody could ask for.
  return object.id.startsWith("upcoming_") ? [] : [{ type: object.object, id: object.id }];
}

function shownBy(sight: Sight): string {
  return sight.deleted ? GONE : textOf(entriesOf(sight));
}

/** What Stripe's answer says of a row's object: a list where we made one document of it. */
function entriesOf({ type, data }: Sight): unknown {
  if (!mirrored(type).gather) return data;
  return isRecord(data.entitlements) ? data.entitlements.data : data.features;
}
