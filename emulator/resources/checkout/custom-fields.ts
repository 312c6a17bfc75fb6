import { invalidRequest, missingParam } from "../../core/errors";
import type { Held } from "../../core/kinds";
import type { Params } from "./check";

type Field = Held<"checkout.session">["custom_fields"][number];
type Given = NonNullable<Params["custom_fields"]>[number];

const MOST = 3;

/** The questions of its own that a session asks, yet without answers. https://docs.stripe.com/payments/checkout/custom-fields */
export function customFields(given: readonly Given[] = []): Field[] {
  if (given.length > MOST)
    throw invalidRequest("Invalid array: at most 3 custom fields", { param: "custom_fields" });
  const keys = new Set(given.map(({ key }) => key));
  if (keys.size < given.length) {
    throw invalidRequest("The keys of custom fields must be unique.", { param: "custom_fields" });
  }
  return given.map((field, index) => fieldOf(field, `custom_fields[${index}]`));
}

function fieldOf(given: Given, at: string): Field {
  const { key, label, optional = false, type } = given;
  const field = { key, label: { custom: label.custom, type: label.type }, optional, type };
  if (type === "dropdown") {
    if (!given.dropdown) throw missingParam(`${at}[dropdown]`);
    const { default_value = null, options } = given.dropdown;
    return { ...field, dropdown: { default_value, options, value: null } };
  }
  const {
    default_value = null,
    maximum_length = null,
    minimum_length = null,
  } = given[type === "numeric" ? "numeric" : "text"] ?? {};
  const bounds = { default_value, maximum_length, minimum_length, value: null };
  return type === "numeric" ? { ...field, numeric: bounds } : { ...field, text: bounds };
}

/** The questions with what was answered; refuses answers that don't fit, and none to what has to be answered. */
export function answered(fields: readonly Field[], answers: Readonly<Record<string, string>>): Field[] {
  const stray = Object.keys(answers).find((key) => fields.every((field) => field.key !== key));
  if (stray !== undefined) throw invalidRequest(`Nothing asks for ${stray}.`, { param: "custom_fields" });
  return fields.map((field) => answerOf(field, answers[field.key] ?? ""));
}

function answerOf(field: Field, value: string): Field {
  const param = `custom_fields[${field.key}]`;
  if (value === "") {
    if (!field.optional) throw missingParam(param);
    return field;
  }
  const unfit = () =>
    invalidRequest(`Invalid value for ${field.label.custom ?? field.key}: ${value}`, { param });
  if (field.dropdown) {
    if (!field.dropdown.options.some((option) => option.value === value)) throw unfit();
    return { ...field, dropdown: { ...field.dropdown, value } };
  }
  const bounds = field.numeric ?? field.text;
  if (value.length < (bounds?.minimum_length ?? 0)) throw unfit();
  if (value.length > (bounds?.maximum_length ?? LONGEST)) throw unfit();
  if (field.numeric) {
    if (!/^\d+$/.test(value)) throw unfit();
    return { ...field, numeric: { ...field.numeric, value } };
  }
  return field.text ? { ...field, text: { ...field.text, value } } : field;
}

const LONGEST = 255;
