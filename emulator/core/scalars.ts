import type { ScalarSchema } from "../schema/params";
import { emptyParam, invalidRequest, type StripeError } from "./errors";
import { type FormNode, plain } from "./form";
import { refuseTooLittle } from "./least-values";

const MAX_TEXT = 5_000;

/**
 * Texts that Stripe lets be unset although the SDK's types don't say so: those people write about a customer or
 * price, the parts of an address, and defaults.
 */
const UNSETTABLE =
  /(^|\[)(city|country|default_payment_method|description|email|footer|line1|line2|lookup_key|name|nickname|phone|postal_code|state|statement_descriptor)\]?$/;

type Reader = (text: string, param: string) => unknown;

const READERS: Readonly<Record<ScalarSchema, Reader>> = {
  "": (text, param) => {
    if (text !== "") throw invalidRequest(`Invalid value: ${text}`, { param });
    return "";
  },
  b: (text, param) => {
    if (text !== "true" && text !== "false") throw invalidRequest(`Invalid boolean: ${text}`, { param });
    return text === "true";
  },
  d: (text, param) => {
    if (!/^-?\d+(\.\d+)?$/.test(text)) throw invalidRequest(`Invalid decimal: ${text}`, { param });
    return text;
  },
  i: (text, param) => {
    const value = Number(text);
    if (!/^-?\d+$/.test(text) || !Number.isSafeInteger(value)) {
      throw invalidRequest(`Invalid integer: ${text}`, { code: "parameter_invalid_integer", param });
    }
    refuseTooLittle(value, param);
    return value;
  },
  n: (text, param) => {
    if (!/^-?\d+(\.\d+)?$/.test(text)) throw invalidRequest(`Invalid number: ${text}`, { param });
    return Number(text);
  },
  s: (text, param) => {
    if (text.length > MAX_TEXT) {
      const message = `Invalid string: ${text.slice(0, 4)}…${text.slice(-4)}; must be at most ${MAX_TEXT} characters`;
      throw invalidRequest(message, { param });
    }
    return text;
  },
  x: (text) => text,
};

/** Reads one value by its schema; what is wrong with it is added to `wrong`. */
export function scalar(
  schema: ScalarSchema | readonly ["e", ...string[]],
  node: FormNode,
  param: string,
  wrong: StripeError[],
): unknown {
  if (schema === "x") return plain(node);
  if (typeof node !== "string") {
    wrong.push(invalidRequest(`Invalid string: ${JSON.stringify(plain(node))}`, { param }));
    return undefined;
  }
  if (node === "" && schema === "s" && UNSETTABLE.test(param)) return "";
  if (node === "" && schema !== "") {
    wrong.push(emptyParam(param));
    return undefined;
  }
  if (typeof schema === "object") return oneOf(schema, node, param, wrong);
  try {
    return READERS[schema](node, param);
  } catch (error) {
    wrong.push(error as StripeError);
    return undefined;
  }
}

function oneOf(
  [, ...values]: readonly ["e", ...string[]],
  text: string,
  param: string,
  wrong: StripeError[],
): unknown {
  if (values.includes(text)) return text;
  const name = param.replace(/^.*\[(\w+)\]$/, "$1");
  wrong.push(invalidRequest(`Invalid ${name}: must be one of ${inWords(values)}`, { param }));
  return undefined;
}

/** `a`, `a or b`, `a, b, or c` */
function inWords(values: readonly string[]): string {
  if (values.length < 3) return values.join(" or ");
  return `${values.slice(0, -1).join(", ")}, or ${values.at(-1)}`;
}
