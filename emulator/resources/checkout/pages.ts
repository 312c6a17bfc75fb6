import type { Held } from "../../core/kinds";
import { addressed } from "../../core/lookup";
import { type Operation, operation } from "../../core/operation";
import type { Call, Work } from "../../core/work";
import { checkoutView } from "../../hosted/checkout-view";
import { type ConfirmGiven, confirmCheckout, refuseClosed } from "./confirm";
import { addOptionalItem, removeOptionalItem } from "./optional-items";
import { dropCode, redeemCode, setQuantity, setShipping } from "./recount";

interface PageChange {
  readonly line_item?: { readonly id: string; readonly quantity: number };
  readonly optional_item?: { readonly price: string; readonly selected: boolean };
  /** As it was typed; empty takes back the one that was taken. */
  readonly promotion_code?: string;
  /** The way what is bought is sent. */
  readonly shipping_rate?: string;
}

const sessionOf = (call: Call<unknown>) => addressed(call, "checkout.session");

const publishable = { publishable: true };

const show = operation("checkout.pages.retrieve", (call) => checkoutView(call, sessionOf(call)), publishable);

const change = operation(
  "checkout.pages.update",
  (call: Call<PageChange>) => {
    const session = sessionOf(call);
    refuseClosed(call, session);
    const {
      line_item: line,
      optional_item: optional,
      promotion_code: code,
      shipping_rate: rate,
    } = call.params;
    const sent = rate === undefined ? session : setShipping(call, session, rate);
    const counted = line ? setQuantity(call, sent, line.id, line.quantity) : sent;
    const chosen = optional ? choose(call, counted, optional) : counted;
    if (code === undefined) return checkoutView(call, chosen);
    return checkoutView(call, code === "" ? dropCode(call, chosen) : redeemCode(call, chosen, code));
  },
  publishable,
);

function choose(
  work: Work,
  session: Held<"checkout.session">,
  { price, selected }: NonNullable<PageChange["optional_item"]>,
) {
  return selected ? addOptionalItem(work, session, price) : removeOptionalItem(work, session, price);
}

const confirm = operation(
  "checkout.pages.confirm",
  (call: Call<ConfirmGiven>) => checkoutView(call, confirmCheckout(call, sessionOf(call), call.params)),
  publishable,
);

/**
 * What a session's page, wherever it is shown, asks of the stand-in. The SDK doesn't know these; a browser that has a
 * session's id calls them with the publishable key.
 */
export const CHECKOUT_PAGE_OPERATIONS: readonly Operation[] = [show, change, confirm];
