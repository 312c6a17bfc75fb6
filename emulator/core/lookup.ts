import { missingReference, notFound } from "./errors";
import type { Held, Kind } from "./kinds";
import { nounOf } from "./nouns";
import type { Answer } from "./operation";
import type { Call, Work } from "./work";

/** The object a parameter names, or 400 `resource_missing` with the parameter's path in brackets. */
export function referenced<K extends Kind>(work: Work, kind: K, id: string, param: string): Held<K> {
  const object = work.store.get(kind, id);
  if (object === undefined) throw missingReference(nounOf(kind), id, param);
  return object;
}

/** The object the URL names, or 404. `param` is `id` except where Stripe says otherwise. */
export function addressed<K extends Kind>(call: Call<unknown>, kind: K, param = "id"): Held<K> {
  const object = call.store.get(kind, call.id);
  if (object === undefined) throw notFound(nounOf(kind), call.id, param);
  return object;
}

/** As `addressed`, but of a deleted object its stub, as Stripe answers a GET of one. */
export function addressedOrDeleted<K extends Kind>(call: Call<unknown>, kind: K): Held<K> | Answer {
  const deleted = call.store.get("_deleted", call.id);
  return deleted?.object === kind ? stub(kind, call.id) : addressed(call, kind);
}

/** Removes an object for good, leaving its stub, which is given. */
export function remove(work: Work, kind: Kind, id: string): Answer {
  work.store.delete(kind, id);
  work.store.put("_deleted", { id, object: kind });
  return stub(kind, id);
}

function stub(kind: Kind, id: string): Answer & { readonly id: string; readonly deleted: true } {
  return { id, object: kind, deleted: true };
}
