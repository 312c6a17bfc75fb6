import type { ParamSchema } from "../schema/params";
import { emptyParam, invalidRequest, missingParam, type StripeError } from "./errors";
import type { FormHash, FormNode } from "./form";
import { GENERATED } from "./generated";
import { checkMetadata } from "./metadata";
import { nearMiss } from "./near-miss";
import { scalar } from "./scalars";

interface Unknown {
  readonly path: string;
  /** What is known there, without what it stands in. */
  readonly known: readonly string[];
}

/** What is wrong with some parameters. Stripe names unknown ones first, then wrong types, then missing ones. */
interface Findings {
  readonly unknown: Unknown[];
  readonly wrong: StripeError[];
  readonly missing: string[];
}

/**
 * Checks parsed parameters against an operation's schema and gives them their types. Throws the first finding
 * in Stripe's order and words: https://docs.stripe.com/error-codes
 */
export function validate(schema: ParamSchema | null, form: FormHash): unknown {
  const findings: Findings = { unknown: [], wrong: [], missing: [] };
  const value = schema === null ? hash({}, form, "", findings) : convert(schema, form, "", findings);
  const [unknown] = findings.unknown;
  if (unknown !== undefined) throw unknownParams(findings.unknown, unknown);
  const [wrong] = findings.wrong;
  if (wrong !== undefined) throw wrong;
  const [missing] = findings.missing;
  if (missing !== undefined) throw missingParam(missing);
  return value;
}

function convert(schema: ParamSchema, node: FormNode, path: string, findings: Findings): unknown {
  if (typeof schema === "string") return scalar(schema, node, path, findings.wrong);
  if (typeof schema === "number") return hash(GENERATED.objects[schema] ?? {}, node, path, findings);
  if (schema[0] === "e") return scalar(schema, node, path, findings.wrong);
  if (schema[0] === "a") return array(schema[1], node, path, findings);
  if (schema[0] === "m") return map(schema[1], node, path, findings);
  const [, ...choices] = schema;
  return anyOf(choices, node, path, findings);
}

function hash(
  fields: Readonly<Record<string, ParamSchema>>,
  node: FormNode,
  path: string,
  findings: Findings,
): unknown {
  if (typeof node === "string") return refuse(findings, "Invalid object", path);
  const value: Record<string, unknown> = {};
  for (const [key, inner] of node) {
    const schema = own(fields, key) ?? own(fields, `${key}!`);
    const at = path === "" ? key : `${path}[${key}]`;
    if (schema === undefined) {
      const known = Object.keys(fields).map((field) => field.replace("!", ""));
      findings.unknown.push({ path: at, known });
    } else if (inner === "" && Object.hasOwn(fields, `${key}!`)) findings.wrong.push(emptyParam(at));
    else value[key] = convert(schema, inner, at, findings);
  }
  for (const field of Object.keys(fields)) {
    const key = field.slice(0, -1);
    if (field.endsWith("!") && !node.has(key)) findings.missing.push(path === "" ? key : `${path}[${key}]`);
  }
  return value;
}

function array(item: ParamSchema, node: FormNode, path: string, findings: Findings): unknown {
  if (typeof node === "string" || ![...node.keys()].every((key) => /^\d+$/.test(key))) {
    return refuse(findings, "Invalid array", path);
  }
  return [...node]
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([key, inner]) => convert(item, inner, `${path}[${key}]`, findings));
}

function map(item: ParamSchema, node: FormNode, path: string, findings: Findings): unknown {
  if (typeof node === "string") return refuse(findings, "Invalid object", path);
  const value: Record<string, unknown> = Object.create(null);
  for (const [key, inner] of node) {
    // A key set to the empty string is one to be removed.
    value[key] = inner === "" ? "" : convert(item, inner, `${path}[${key}]`, findings);
  }
  if (/(^|\[)metadata\]?$/.test(path)) findings.wrong.push(...checkMetadata(value, path));
  return { ...value };
}

/** The first alternative that fits; where none does, what is wrong with the likeliest. */
function anyOf(choices: readonly ParamSchema[], node: FormNode, path: string, findings: Findings): unknown {
  if (node === "" && choices.includes("")) return "";
  const structured = typeof node !== "string";
  const meant = choices.filter((choice) => choice !== "");
  const likely = meant.filter((choice) => isStructured(choice) === structured);
  let first: Findings | null = null;
  for (const choice of likely.length > 0 ? likely : meant) {
    const found: Findings = { unknown: [], wrong: [], missing: [] };
    const value = convert(choice, node, path, found);
    if (found.unknown.length + found.wrong.length + found.missing.length === 0) return value;
    first ??= found;
  }
  findings.unknown.push(...(first?.unknown ?? []));
  findings.wrong.push(...(first?.wrong ?? []));
  findings.missing.push(...(first?.missing ?? []));
  return undefined;
}

function isStructured(schema: ParamSchema): boolean {
  return typeof schema === "number" || (typeof schema === "object" && schema[0] !== "e") || schema === "x";
}

function own(fields: Readonly<Record<string, ParamSchema>>, key: string): ParamSchema | undefined {
  return Object.hasOwn(fields, key) ? fields[key] : undefined;
}

function refuse(findings: Findings, message: string, param: string): undefined {
  findings.wrong.push(invalidRequest(message, { param }));
}

function unknownParams(found: readonly Unknown[], { path: first, known }: Unknown): StripeError {
  const details = { code: "parameter_unknown", param: first };
  if (found.length > 1) {
    return invalidRequest(
      `Received unknown parameters: ${found.map(({ path }) => path).join(", ")}`,
      details,
    );
  }
  const meant = nearMiss(/[^[]*?(?=\]?$)/.exec(first)?.[0] ?? first, known);
  const hint = meant === null ? "" : `. Did you mean ${meant}?`;
  return invalidRequest(`Received unknown parameter: ${first}${hint}`, details);
}
