import { Ajv, type ErrorObject } from "ajv";
import { cachedSchemas } from "./cached-schemas";

/**
 * What real traffic carries beside or against the SDK's types, by kind: `extra` fields are sent untyped,
 * `absent` ones are typed as required and never sent.
 */
const LEGACY: Readonly<
  Record<string, { readonly extra?: readonly string[]; readonly absent?: readonly string[] }>
> = {
  charge: { extra: ["destination", "dispute", "order"] },
  line_item: { absent: ["subscription"] },
  subscription: { extra: ["plan", "quantity"] },
};

/** Says what is wrong with an object of the API, each finding with its path; empty when it is right. */
export type Conformance = (object: unknown) => string[];

let loaded: Promise<Conformance> | undefined;

/** A check of answers and events against schemas made from the SDK's own types: compiled once in a process, for all its files. */
export function loadConformance(): Promise<Conformance> {
  loaded ??= compile();
  return loaded;
}

async function compile(): Promise<Conformance> {
  const { kinds, definitions } = await cachedSchemas();
  // Each schema is used a few times: making its code small takes longer than it saves.
  const ajv = new Ajv({ allErrors: true, code: { optimize: false }, discriminator: false, strict: false });
  ajv.addSchema({ $id: "stripe", definitions: withLegacy(kinds, definitions) });

  function check(value: unknown): string[] {
    if (typeof value !== "object" || value === null) return ["not an object"];
    const fields: Readonly<Record<string, unknown>> = { ...value };
    const { object } = fields;
    if (object === "list" || object === "search_result") {
      return Array.isArray(fields.data) ? fields.data.flatMap(check) : ["a list without data"];
    }
    const name = kinds[fields.deleted === true ? `deleted ${object}` : String(object)];
    const validate = name === undefined ? undefined : ajv.getSchema(`stripe#/definitions/${name}`);
    if (validate === undefined) return [`no object is called ${object}`];
    validate(value);
    const inner =
      object === "event" ? check(Object.getOwnPropertyDescriptor(fields.data, "object")?.value) : [];
    return [...(validate.errors ?? []).map((error) => described(String(object), error)), ...inner];
  }
  return check;
}

function described(object: string, { instancePath, message, params }: ErrorObject): string {
  return `${object}${instancePath}: ${message} ${JSON.stringify(params)}`;
}

function withLegacy(
  kinds: Readonly<Record<string, string>>,
  definitions: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
): Record<string, object> {
  const changed: Record<string, object> = { ...definitions };
  for (const [kind, { extra = [], absent = [] }] of Object.entries(LEGACY)) {
    const name = kinds[kind] ?? "";
    const definition = definitions[name];
    const properties = definition?.properties;
    const required: unknown = definition?.required;
    changed[name] = {
      ...definition,
      properties: { ...Object.fromEntries(extra.map((field) => [field, {}])), ...Object(properties) },
      required: Array.isArray(required) ? required.filter((field) => !absent.includes(field)) : [],
    };
  }
  return changed;
}
