import { Field } from "./field";

const FEWEST_DIGITS = 6;

/** A telephone number, in whatever way its owner writes it. */
export function phoneField(
  group: "billing" | "shipping",
  required: boolean,
  value: string,
  onInput: () => void,
): Field {
  return new Field({
    name: "phone",
    label: required ? "Phone number" : "Phone number (optional)",
    placeholder: "",
    autocomplete: `${group} tel`,
    keyboard: "tel",
    optional: !required,
    value,
    format: (text) => text.replace(/[^\d+() .-]/g, ""),
    problem: (text) => {
      if (!required && text.trim() === "") return null;
      return text.replace(/\D/g, "").length < FEWEST_DIGITS ? "incomplete_phone" : null;
    },
    onInput,
  });
}
