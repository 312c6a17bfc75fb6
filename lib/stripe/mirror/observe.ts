import type Stripe from "stripe";
import { isDocument, type Observed } from "./observed";
import { isMirrored } from "./registry";
import { timed } from "./timed";

type Named = { id: string; object: string };

/** An object from Stripe's answer, with what the mirror needs to judge it. */
export type Observation<T> = Observed & { object: T };

/**
 * Makes a request to Stripe and notes when its answer was true, for `mirror`.
 *
 * The request must not use `expand`: the mirror keeps objects as Stripe sends them by itself. For a request
 * that needs `expand`, call `mirrorFetched` with the object's id afterwards.
 *
 * @example const { object, ...seen } = await observe(() => stripe().subscriptions.retrieve(id));
 * @throws what the request throws; TypeError for a type the mirror doesn't keep
 */
export async function observe<T extends Named>(
  request: () => Promise<Stripe.Response<T>>,
): Promise<Observation<T>> {
  const { answer: object, interval } = await timed(request);
  const document: unknown = JSON.parse(JSON.stringify(object));
  if (!isDocument(document) || !isMirrored(document.object)) {
    throw new TypeError(`The mirror doesn't keep objects of type ${object.object}.`);
  }
  const replayed = object.lastResponse.headers["idempotent-replayed"] === "true";
  return {
    ...interval,
    type: document.object,
    document,
    deleted: document.deleted === true,
    replayed,
    object,
  };
}
