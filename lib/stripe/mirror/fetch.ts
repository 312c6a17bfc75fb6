import type { Document } from "@/db/schema/stripe/mirror-table";
import { ask } from "../ask/ask";
import { answerInterval, type Interval } from "./interval";
import { isMissing, readThrough } from "./missing";
import { completeLists } from "./nested-lists";
import { isDocument, type Observed } from "./observed";
import { readAll } from "./read-list";
import { type MirroredType, mirrored } from "./registry";

/** Stripe doesn't know an object that it never deletes: the key is another account's, or of the other mode. */
export class UnknownAtStripe extends Error {
  override name = "UnknownAtStripe";
  constructor(type: MirroredType, id: string) {
    super(`Stripe has no ${type} ${id}. Does STRIPE_SECRET_KEY belong to the account that has it?`);
  }
}

/**
 * Reads one object from Stripe, whole: lists inside it that Stripe cuts off are completed.
 *
 * @returns the object, or a tombstone where it has been deleted
 * @throws UnknownAtStripe; Stripe's own errors
 */
export async function fetchObject(type: MirroredType, id: string): Promise<Observed> {
  const started = performance.now();
  try {
    const { document, interval } = await readThrough(() => read(type, id));
    return { type, document, deleted: document.deleted === true, ...interval };
  } catch (error) {
    if (!isMissing(error)) throw error;
    if (!canGo(type)) throw new UnknownAtStripe(type, id);
    const elapsed = (performance.now() - started) / 1000;
    const document = { id, object: type, deleted: true };
    return { type, document, deleted: true, ...answerInterval(error.headers?.date, elapsed) };
  }
}

async function read(type: MirroredType, id: string): Promise<{ document: Document; interval: Interval }> {
  const { path, each, gather } = mirrored(type);
  if (each && gather) {
    const { entries, interval } = await readAll(each.list(id));
    return { document: gather(id, entries), interval };
  }
  const address = `${path}/${encodeURIComponent(id)}${expansion(type)}`;
  const { answer: document, interval } = await ask(address);
  if (!isDocument(document)) throw new TypeError(`Stripe's answer to ${address} is no object.`);
  return { document, interval: await completeLists(document, interval) };
}

function expansion(type: MirroredType): string {
  const fields = mirrored(type).expand?.map((field) => `expand[]=${field}`) ?? [];
  return fields.length > 0 ? `?${fields.join("&")}` : "";
}

function canGo(type: MirroredType): boolean {
  const { deletedBy, gather } = mirrored(type);
  return deletedBy !== undefined || gather !== undefined;
}
