import type { PortalItem, PortalSubscription } from "../../../hosted/portal-view";
import type { Backend } from "../../backend";
import { recordsAt, textAt } from "../../json";
import type { Page } from "../../page";
import { finish } from "./finish";
import { type Problem, refusedPage, type Visit } from "./frame";
import { changeLater, waitsForPeriod } from "./later-change";
import { type Change, confirmPage, updatePage } from "./update-page";

const UNKNOWN_CODE: Problem = { message: "This code is invalid.", status: 400 };

/** Shows what a change comes to, or makes it once its customer has seen that. */
export async function change(
  backend: Backend,
  visit: Visit,
  subscription: PortalSubscription,
  asked: URLSearchParams,
  confirmed: boolean,
): Promise<Page> {
  const { item } = subscription;
  if (!item) return refusedPage(visit);
  const wanted: Change = {
    code: asked.get("code") ?? "",
    price: asked.get("price") ?? item.price,
    quantity: Number(asked.get("quantity") ?? item.quantity),
  };
  const offer = subscription.offers.find(({ price }) => price === wanted.price);
  if (!offer) return refusedPage(visit);
  const wrong = quantityProblem(wanted, item, offer.quantity);
  if (wrong) return updatePage(visit, subscription, item, wrong);
  if (waitsForPeriod(visit.view, item, offer, wanted.quantity)) {
    const planned = confirmed ? await changeLater(backend, visit, subscription.id, item, wanted) : null;
    if (planned?.ok) return finish(visit, "subscription_update", "subscription_update_confirm");
    return confirmPage(visit, subscription, offer, { change: wanted, preview: "later", problem: planned });
  }
  const discounts = await discountParams(backend, visit, wanted.code);
  if (discounts === null) return updatePage(visit, subscription, item, UNKNOWN_CODE);
  const made = confirmed ? await make(backend, visit, subscription, wanted, discounts) : null;
  if (made?.ok) return finish(visit, "subscription_update", "subscription_update_confirm");
  const preview = await backend.call(visit.account, "POST", "/v1/invoices/create_preview", {
    subscription: subscription.id,
    ...discounts,
    ...nested("subscription_details", itemParams(visit, item, wanted)),
  });
  const problem = made ?? (preview.ok ? null : preview);
  return confirmPage(visit, subscription, offer, {
    change: wanted,
    preview: preview.ok ? preview.object : null,
    problem: problem && { message: problem.message, status: problem.status },
  });
}

function make(
  backend: Backend,
  visit: Visit,
  { id, item, trialEnd }: PortalSubscription,
  wanted: Change,
  discounts: Record<string, string>,
) {
  const { billing_cycle_anchor: anchor, trial_update_behavior: trial } =
    visit.view.features.subscription_update;
  return backend.call(visit.account, "POST", `/v1/subscriptions/${id}`, {
    ...(item ? itemParams(visit, item, wanted) : {}),
    ...discounts,
    ...(anchor === "now" ? { billing_cycle_anchor: "now" } : {}),
    ...(trialEnd !== null && trial === "end_trial" ? { trial_end: "now" } : {}),
    payment_behavior: "error_if_incomplete",
  });
}

function itemParams({ view }: Visit, item: PortalItem, { price, quantity }: Change): Record<string, string> {
  return {
    "items[0][id]": item.id,
    "items[0][price]": price,
    "items[0][quantity]": String(quantity),
    proration_behavior: view.features.subscription_update.proration_behavior,
  };
}

/** The same parameters one level deeper. */
function nested(name: string, params: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(params).map(([key, value]) => [key.replace(/^(\w+)/, `${name}[$1]`), value]),
  );
}

function quantityProblem(
  { quantity }: Change,
  item: PortalItem,
  bounds: { readonly minimum: number; readonly maximum: number } | null,
): Problem | null {
  if (bounds === null) {
    return quantity === item.quantity
      ? null
      : { message: "The quantity can't be changed here.", status: 400 };
  }
  const { minimum, maximum } = bounds;
  if (Number.isInteger(quantity) && quantity >= minimum && quantity <= maximum) return null;
  return { message: `The quantity must be between ${minimum} and ${maximum}.`, status: 400 };
}

/** A session that is for one change brings its own discounts; else a code may be typed where that is offered. Null for one that is none. */
async function discountParams(
  backend: Backend,
  { account, view }: Visit,
  code: string,
): Promise<Record<string, string> | null> {
  const [given] = view.flow?.subscription_update_confirm?.discounts ?? [];
  if (given?.coupon) return { "discounts[0][coupon]": given.coupon };
  if (given?.promotion_code) return { "discounts[0][promotion_code]": given.promotion_code };
  if (code === "") return {};
  const allowed = view.features.subscription_update.default_allowed_updates.includes("promotion_code");
  const query = new URLSearchParams({ active: "true", code });
  const answer = allowed ? await backend.call(account, "GET", `/v1/promotion_codes?${query}`) : null;
  const [promotion] = answer?.ok ? recordsAt(answer.object, "data") : [];
  return promotion ? { "discounts[0][promotion_code]": textAt(promotion, "id") } : null;
}
