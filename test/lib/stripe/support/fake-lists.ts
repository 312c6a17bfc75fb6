import type { Document } from "@/db/schema/stripe/mirror-table";

export type Lists = Map<string, Document[]>;

/** Objects of one type, the newest first, as many as told. */
export function many(object: string, count: number, given: object = {}): Document[] {
  const newest = Math.floor(Date.now() / 1000) - 60;
  return Array.from({ length: count }, (_, n) => ({
    id: `${object}_${String(count - n).padStart(5, "0")}`,
    object,
    created: newest - n,
    ...given,
  }));
}

/** One page of a list, cut as Stripe cuts it; a list nobody has filled is empty. https://docs.stripe.com/api/pagination */
export function pageOf(lists: Lists, path: string, query: URLSearchParams) {
  const since = Number(query.get("created[gte]") ?? 0);
  const all = (lists.get(path) ?? []).filter(
    ({ created }) => typeof created !== "number" || created >= since,
  );
  const limit = Number(query.get("limit") ?? 10);
  const [after, before] = [query.get("starting_after"), query.get("ending_before")];
  for (const [name, id] of Object.entries({ starting_after: after, ending_before: before })) {
    if (id && !all.some((one) => one.id === id)) return { status: 404, body: missing(name, id) };
  }
  const at = (id: string) => all.findIndex((one) => one.id === id);
  const to = before ? at(before) : after ? at(after) + 1 + limit : limit;
  const from = before ? Math.max(0, to - limit) : after ? at(after) + 1 : 0;
  const more = before ? from > 0 : to < all.length;
  return { body: { object: "list", url: path, data: all.slice(from, to), has_more: more } };
}

function missing(param: string, id: string) {
  const message = `No such object: '${id}'`;
  return { error: { type: "invalid_request_error", code: "resource_missing", param, message } };
}
