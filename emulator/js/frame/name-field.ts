import { Field } from "./field";

/** A person's name, or a part of it. */
export function nameField(
  group: "billing" | "shipping",
  label: string,
  value: string,
  onInput: () => void,
  part: "name" | "given-name" | "family-name" | "organization" = "name",
): Field {
  return new Field({
    name: part,
    label,
    placeholder: "",
    autocomplete: `${group} ${part}`,
    keyboard: "text",
    value,
    problem: (text) => (text.trim() === "" ? "incomplete_name" : null),
    onInput,
  });
}
