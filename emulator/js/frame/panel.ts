import type { StripePaymentElementOptions } from "@stripe/stripe-js";
import { make } from "./element";

interface Panel {
  node: HTMLElement;
  readonly collapsed: boolean;
  collapse(): void;
}

/**
 * The frame around the card fields: with `tabs` there is none, since a card is the only way to pay; with
 * `accordion` it is an item that opens and closes.
 */
export function panel(
  layout: StripePaymentElementOptions["layout"],
  fields: HTMLElement,
  onToggle: () => void,
): Panel {
  const given = typeof layout === "object" ? layout : { type: layout ?? "tabs" };
  if (given.type !== "accordion") return { node: fields, collapsed: false, collapse: () => {} };
  const item = make(
    "details",
    { class: "AccordionItem", open: given.defaultCollapsed !== true },
    make("summary", { class: "AccordionHeader" }, "Card"),
    fields,
  );
  item.addEventListener("toggle", onToggle);
  return {
    node: item,
    get collapsed() {
      return !item.open;
    },
    collapse: () => {
      item.open = false;
    },
  };
}
