import { activePriceOf, inCurrency } from "../../billing/price";
import { invalidRequest, missingReference } from "../../core/errors";
import type { Held } from "../../core/kinds";
import type { Work } from "../../core/work";
import { checkPrices, type Mode, type Params } from "./check";
import { countLines } from "./count-lines";
import { adjustableOf, type ItemStart, putLineItems } from "./line-items";
import { linesOf, recount, termsOf } from "./recount";

type Session = Held<"checkout.session">;
type OptionalItem = NonNullable<Session["optional_items"]>[number];

const MOST = 10;

/**
 * What a session's customer may add to what they came for.
 * https://docs.stripe.com/payments/checkout/optional-items
 *
 * @param starts the lines it has already
 */
export function optionalItemsOf(
  work: Work,
  { optional_items: given = [], ui_mode }: Params,
  starts: readonly ItemStart[],
  mode: Mode,
): Pick<Session, "optional_items"> {
  if (given.length === 0) return {};
  if (ui_mode === "elements" || ui_mode === "form") {
    throw invalidRequest(`\`optional_items\` can not be used with \`ui_mode\` \`${ui_mode}\`.`, {
      param: "optional_items",
    });
  }
  if (given.length > MOST) {
    throw invalidRequest(`You can pass up to ${MOST} optional items.`, { param: "optional_items" });
  }
  const sold = new Set(starts.map(({ price }) => price.id));
  const prices = given.map(({ price: id }, index) => {
    const param = `optional_items[${index}][price]`;
    if (sold.has(id)) throw invalidRequest("Each item of a session must have another price.", { param });
    sold.add(id);
    return inCurrency(activePriceOf(work, id, param), starts[0]?.price.currency, param);
  });
  const added = prices.map((price) => ({ price }));
  checkPrices([...starts, ...added], mode);
  return {
    optional_items: given.map(({ price, quantity, ...rest }) => ({
      adjustable_quantity: adjustableOf(rest),
      price,
      quantity,
    })),
  };
}

/** Puts an optional item among what is bought; one that is there already stays as it is. */
export function addOptionalItem(work: Work, session: Session, id: string): Session {
  const { adjustable_quantity: adjustable, quantity } = optionalItem(session, id);
  const lines = linesOf(work, session);
  if (lines.some(({ price }) => price === id)) return session;
  const currency = session.currency ?? undefined;
  const start = {
    adjustable,
    id: null,
    metadata: {},
    price: inCurrency(activePriceOf(work, id, "optional_item[price]"), currency, "optional_item[price]"),
    quantity,
    taxRates: session.asked.subscription_data?.default_tax_rates ?? [],
  };
  const [item] = putLineItems(work, session.id, [start], countLines(work, [start], termsOf(work, session)));
  return withLines(work, session, [...lines, ...(item ? [item] : [])]);
}

/** Takes an optional item out again; whatever its quantity, it may always go. */
export function removeOptionalItem(work: Work, session: Session, id: string): Session {
  optionalItem(session, id);
  const lines = linesOf(work, session);
  const kept = lines.filter(({ price }) => price !== id);
  for (const item of lines) if (!kept.includes(item)) work.store.delete("item", item.id);
  return withLines(work, session, kept);
}

function optionalItem({ optional_items: items }: Session, id: string): OptionalItem {
  const item = items?.find(({ price }) => price === id);
  if (!item) throw missingReference("optional item", id, "optional_item[price]");
  return item;
}

function withLines(work: Work, session: Session, lines: readonly Held<"item">[]): Session {
  const line_items = lines.map(({ id }) => id);
  return recount(work, work.store.update("checkout.session", session.id, { line_items }));
}
