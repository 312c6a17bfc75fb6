import { missingReference } from "./errors";
import { type Page, type PageParams, refuseBoth } from "./lists";

const PAGE = 10;
const LONGEST_PAGE = 100;

/** A page of things in an order of their own: what an object lists itself, or is counted up anew for each request. */
export function countedPage(
  params: PageParams,
  items: readonly { readonly id: string }[],
  of: { readonly noun: string; readonly url: string },
): Page {
  const { ending_before: before, limit = PAGE, starting_after: after } = params;
  const placeOf = (id: string, param: string) => {
    const place = items.findIndex((item) => item.id === id);
    if (place < 0) throw missingReference(of.noun, id, param);
    return place;
  };
  refuseBoth(params);
  const size = Math.min(Math.max(limit, 1), LONGEST_PAGE);
  const end = before === undefined ? items.length : placeOf(before, "ending_before");
  const first = before === undefined ? 0 : Math.max(0, end - size);
  const start = after === undefined ? first : placeOf(after, "starting_after") + 1;
  return {
    object: "list",
    data: items.slice(start, Math.min(end, start + size)),
    has_more: before === undefined ? start + size < items.length : start > 0,
    url: of.url,
  };
}
