import { readDiscounts } from "../../billing/discounts/given";
import { inCurrency } from "../../billing/price";
import { invalidRequest, missingReference } from "../../core/errors";
import type { Held } from "../../core/kinds";
import type { ParamsOf } from "../../core/operation";
import type { Work } from "../../core/work";
import { abandonChallenges } from "../../payments/challenge";
import { beginsWithTrial, countLines, covers, sumsOf, type Terms } from "./count-lines";
import { chosenShipping, shippingOf, withShipping } from "./shipping";

type Session = Held<"checkout.session">;
type Item = Held<"item">;

/** The lines of a session, in their order. */
export function linesOf(work: Work, session: Session): Item[] {
  return (session.line_items ?? []).map((id) => work.store.must("item", id));
}

/** The price of a line, which its session found when it was made. */
export function priceOfLine(work: Work, item: Item): Held<"price"> {
  return inCurrency(work.store.must("price", item.price ?? ""), item.currency, "line_items");
}

/** What a session's lines are counted by. */
export function termsOf(work: Work, { asked, discounts }: Session): Terms {
  const coupon = work.store.get("coupon", discounts?.[0]?.coupon ?? "") ?? null;
  return { coupon, trial: beginsWithTrial(asked.subscription_data ?? undefined) };
}

/**
 * Counts a session's lines anew, after its quantities or its discount have changed. What its customer's bank is being
 * asked about is given up: it was another amount.
 */
export function recount(work: Work, session: Session): Session {
  const lines = linesOf(work, session).map((item) => ({
    item,
    price: priceOfLine(work, item),
    quantity: item.quantity ?? 0,
    taxRates: item.tax_rates,
  }));
  const counted = countLines(work, lines, termsOf(work, session));
  for (const [index, { item }] of lines.entries()) work.store.update("item", item.id, { ...counted[index] });
  abandonChallenges(work, session.id);
  return work.store.update("checkout.session", session.id, {
    ...withShipping(sumsOf(counted), session.shipping_cost),
    attempt: { ...session.attempt, pending: null },
  });
}

/** Lets the customer buy more or less of a line, within what the session allows. */
export function setQuantity(work: Work, session: Session, id: string, quantity: number): Session {
  const lines = linesOf(work, session);
  const item = lines.find((line) => line.id === id);
  if (!item) throw missingReference("line item", id, "line_item[id]");
  const { enabled, minimum, maximum } = boundsOf(item);
  const param = "line_item[quantity]";
  if (!enabled) throw invalidRequest("The quantity of this item can't be changed.", { param });
  if (quantity < minimum || quantity > maximum) {
    throw invalidRequest(`The quantity must be between ${minimum} and ${maximum}.`, { param });
  }
  const others = lines.filter((line) => line.id !== id && line.quantity !== 0);
  const counts = ({ recurring }: Held<"price">) => session.mode !== "subscription" || recurring !== null;
  if (quantity === 0 && !others.some((line) => counts(priceOfLine(work, line)))) {
    throw invalidRequest("Something must be left to buy.", { param });
  }
  work.store.update("item", id, { quantity });
  return recount(work, session);
}

const MOST = 99;

/** Between which quantities the customer may choose. https://docs.stripe.com/payments/checkout/adjustable-quantity */
export function boundsOf({ adjustable_quantity: adjustable }: Item) {
  return {
    enabled: adjustable?.enabled ?? false,
    minimum: adjustable?.minimum ?? 0,
    maximum: adjustable?.maximum ?? MOST,
  };
}

/** Offers other ways of sending what is bought; the chosen one stays where it is still among them. */
export function offerShipping(
  work: Work,
  session: Session,
  given: NonNullable<ParamsOf<"checkout.sessions.create">["shipping_options"]>,
): Session {
  const offered = shippingOf(work, given, session.currency ?? "usd");
  const chosen = session.shipping_cost?.shipping_rate;
  const kept = offered.shipping_options.find(({ shipping_rate: rate }) => rate === chosen);
  const shipping = kept ? { ...offered, shipping_cost: session.shipping_cost } : offered;
  return recount(work, work.store.update("checkout.session", session.id, shipping));
}

/** Sends what is bought in the way its customer chose. */
export function setShipping(work: Work, session: Session, rate: string): Session {
  const shipping_cost = chosenShipping(session, rate);
  return recount(work, work.store.update("checkout.session", session.id, { shipping_cost }));
}

/** Takes a promotion code, as its customer typed it. https://docs.stripe.com/payments/checkout/discounts */
export function redeemCode(work: Work, session: Session, code: string): Session {
  const param = "promotion_code";
  if (!session.allow_promotion_codes) {
    throw invalidRequest("This session doesn't take promotion codes.", { param });
  }
  const codes = work.store.list("promotion_code", "code", code.trim().toLowerCase());
  const promotion = codes.find(({ active }) => active) ?? codes[0];
  if (!promotion) throw invalidRequest("This code is invalid.", { code: "promotion_code_invalid", param });
  const [start] = readDiscounts(
    work,
    [{ promotion_code: promotion.id }],
    {
      amount: session.amount_subtotal ?? 0,
      currency: session.currency ?? "",
      customer: work.store.get("customer", session.customer ?? "") ?? null,
    },
    param,
  );
  if (!start || "kept" in start) return session;
  const prices = linesOf(work, session).map((item) => priceOfLine(work, item));
  if (!prices.some((price) => covers(start.coupon, price))) {
    throw invalidRequest("This code is for other products.", { param });
  }
  return withDiscounts(work, session, [{ coupon: start.coupon.id, promotion_code: promotion.id }]);
}

/** Gives up the code that was taken; what the session began with stays. */
export function dropCode(work: Work, session: Session): Session {
  return session.allow_promotion_codes ? withDiscounts(work, session, []) : session;
}

function withDiscounts(work: Work, session: Session, discounts: Session["discounts"]): Session {
  return recount(work, work.store.update("checkout.session", session.id, { discounts }));
}
