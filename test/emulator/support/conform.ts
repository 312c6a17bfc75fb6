import { cachedSchemas } from "./cached-schemas";
import { type Definitions, findings, type JsonSchema } from "./schema";

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

/** A check of answers and events against schemas made from the SDK's own types: read once in a process, for all its files. */
export function loadConformance(): Promise<Conformance> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<Conformance> {
  const { kinds, definitions: typed } = await cachedSchemas();
  const definitions = withLegacy(kinds, typed);

  function check(value: unknown): string[] {
    if (typeof value !== "object" || value === null) return ["not an object"];
    const fields: Readonly<Record<string, unknown>> = { ...value };
    const { object } = fields;
    if (object === "list" || object === "search_result") {
      return Array.isArray(fields.data) ? fields.data.flatMap(check) : ["a list without data"];
    }
    const schema = definitions[kinds[fields.deleted === true ? `deleted ${object}` : String(object)] ?? ""];
    if (schema === undefined) return [`no object is called ${object}`];
    const inner =
      object === "event" ? check(Object.getOwnPropertyDescriptor(fields.data, "object")?.value) : [];
    return [...findings(value, schema, definitions, String(object)), ...inner];
  }
  return check;
}

function withLegacy(kinds: Readonly<Record<string, string>>, definitions: Definitions): Definitions {
  const changed: Record<string, JsonSchema> = { ...definitions };
  for (const [kind, { extra = [], absent = [] }] of Object.entries(LEGACY)) {
    const name = kinds[kind] ?? "";
    const definition = definitions[name];
    changed[name] = {
      ...definition,
      properties: { ...Object.fromEntries(extra.map((field) => [field, {}])), ...definition?.properties },
      required: definition?.required?.filter((field) => !absent.includes(field)) ?? [],
    };
  }
  return changed;
}
