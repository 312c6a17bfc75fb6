import { make } from "./element";

/** The box in which a customer agrees that a card is shown to them again. */
export class SaveBox {
  readonly box = make("input", { class: "CheckboxInput", type: "checkbox", name: "save" });
  readonly node = make(
    "label",
    { class: "Checkbox" },
    this.box,
    make("span", { class: "CheckboxLabel" }, "Save payment details for future purchases"),
  );

  constructor(onChange: () => void) {
    this.box.addEventListener("change", onChange);
  }

  get checked(): boolean {
    return this.box.checked;
  }
}
