import Stripe from "stripe";

interface Page {
  readonly data: readonly { readonly id: string }[];
  readonly has_more: boolean;
}

/**
 * Walks a list one object at a time, as the SDK's auto-pagination does, forwards and then back. Says what is
 * wrong with that, or nothing.
 */
export async function walked(stripe: Stripe, address: string): Promise<string[]> {
  const [path = "", query = ""] = address.split("?");
  const ask = (more: Readonly<Record<string, string>>): Promise<Page> => {
    const params = new URLSearchParams(query);
    for (const name of ["limit", "starting_after", "ending_before"]) params.delete(name);
    for (const [name, value] of Object.entries(more)) params.set(name, value);
    return stripe.rawRequest("GET", `${path}?${params}`);
  };
  const first = await ask({ limit: "100" }).catch(gone);
  if (first === null) return [];
  const whole = idsOf(first).slice(0, MOST);
  const forth: string[] = [];
  for (let after: string | undefined; forth.length < whole.length; after = forth.at(-1)) {
    const page = await ask({ limit: "1", ...(after === undefined ? {} : { starting_after: after }) });
    if (page.data.length !== 1) break;
    forth.push(...idsOf(page));
  }
  const last = whole.at(-1);
  const back = last === undefined ? [] : idsOf(await ask({ ending_before: last, limit: "100" }));
  const isRight = forth.join() === whole.join() && back.join() === whole.slice(0, -1).join();
  if (isRight) return [];
  // Time goes on, and what is due by the way may have made the list longer meanwhile.
  const now = idsOf(await ask({ limit: "100" })).slice(0, MOST);
  if (now.join() !== whole.join()) return walked(stripe, address);
  return [`${address}: in one page ${whole}, forwards ${forth}, back ${back}`];
}

/** Enough to see that one page follows another. */
const MOST = 4;

/** What a list was about may have been deleted since. */
function gone(error: unknown): null {
  if (error instanceof Stripe.errors.StripeInvalidRequestError && error.code === "resource_missing")
    return null;
  throw error;
}

function idsOf({ data }: Page): string[] {
  return data.map(({ id }) => id);
}
