import { brandIcon } from "./brand-icon";
import { BRANDS } from "./brands";
import { make } from "./element";
import type { SavedCard } from "./saved-methods";

/** One way to pay in the list: a radio button, what it stands for, and what opens beneath while it is chosen. */
export class ChoiceRow {
  readonly node: HTMLElement;
  readonly radio: HTMLInputElement;
  readonly body = make("div", { class: "ChoiceBody" });

  constructor(value: string, label: HTMLElement, aside: HTMLElement | null, onChoose: () => void) {
    this.radio = make("input", { class: "RadioInput", type: "radio", name: "method", value });
    this.radio.addEventListener("change", onChoose);
    const head = make("label", { class: "ChoiceHead" }, this.radio, label);
    const line = make("div", { class: "ChoiceLine" }, head, ...(aside ? [aside] : []));
    this.node = make("div", { class: "AccordionItem Choice" }, line, this.body);
  }

  set chosen(chosen: boolean) {
    this.radio.checked = chosen;
    this.node.classList.toggle("AccordionItem--selected", chosen);
    this.body.hidden = !chosen || this.body.childElementCount === 0;
  }
}

/** `Visa •••• 4242`, said in words for those who listen. */
export function cardLabel({ brand, last4, expiry }: SavedCard): HTMLElement {
  const name = BRANDS[brand].name;
  const icon = brand === "unknown" ? [] : [brandIcon(brand)];
  const dots = make("span", { "aria-hidden": "true" }, `•••• ${last4}`);
  const words = make("span", { class: "Spoken" }, `${name} ending in ${last4}`);
  return make(
    "span",
    { class: "ChoiceLabel" },
    ...icon,
    dots,
    words,
    make("span", { class: "ChoiceDetail" }, `Expires ${expiry}`),
  );
}
