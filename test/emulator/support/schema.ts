/** What we use of JSON Schema. One without any rule takes whatever comes. https://json-schema.org */
export interface JsonSchema {
  /** The definition that says the rest, as `#/definitions/<name>`. */
  readonly $ref?: string;
  readonly anyOf?: readonly JsonSchema[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly type?: "array" | "boolean" | "integer" | "null" | "number" | "object" | "string";
  readonly pattern?: string;
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  /** What other fields have to be; false where there may be none. */
  readonly additionalProperties?: JsonSchema | false;
}

export type Definitions = Readonly<Record<string, JsonSchema>>;

/**
 * Finds what is wrong with a value, each finding with its path. Schemas are read as they are: each of our thousands is
 * used a few times, and to compile one takes longer than all its uses.
 */
export function findings(value: unknown, schema: JsonSchema, definitions: Definitions, path = ""): string[] {
  const inner = (part: unknown, rule: JsonSchema, name: string | number) =>
    findings(part, rule, definitions, `${path}/${name}`);
  if (schema.$ref !== undefined) return findings(value, named(schema.$ref, definitions), definitions, path);
  if (schema.anyOf !== undefined) return ofNearest(value, schema.anyOf, definitions, path);
  if ("const" in schema && value !== schema.const) return [`${path} is not ${JSON.stringify(schema.const)}`];
  if (schema.enum !== undefined && !schema.enum.includes(value))
    return [`${path} is ${JSON.stringify(value)}, none of ${JSON.stringify(schema.enum)}`];
  if (schema.type !== undefined && !types[schema.type](value)) return [`${path} is no ${schema.type}`];
  if (schema.pattern !== undefined && !new RegExp(schema.pattern, "u").test(String(value)))
    return [`${path} is not like ${schema.pattern}`];
  const { items } = schema;
  if (Array.isArray(value)) return items ? value.flatMap((item, n) => inner(item, items, n)) : [];
  return isFields(value) ? ofFields(value, schema, path, inner) : [];
}

function ofFields(
  fields: Readonly<Record<string, unknown>>,
  { properties = {}, required = [], additionalProperties = {} }: JsonSchema,
  path: string,
  inner: (part: unknown, rule: JsonSchema, name: string) => string[],
): string[] {
  const absent = required.filter((name) => !Object.hasOwn(fields, name));
  return [
    ...absent.map((name) => `${path} has no ${name}`),
    ...Object.entries(fields).flatMap(([name, part]) => {
      const rule = Object.hasOwn(properties, name) ? properties[name] : additionalProperties;
      return rule ? inner(part, rule, name) : [`${path} has a field ${name} that nobody knows`];
    }),
  ];
}

/** Nothing where an alternative fits; else what is wrong by that with which the least is, of those of the value's type. */
function ofNearest(
  value: unknown,
  alternatives: readonly JsonSchema[],
  definitions: Definitions,
  path: string,
): string[] {
  const all = alternatives.map((one) => (one.$ref === undefined ? one : named(one.$ref, definitions)));
  const alike = all.filter(({ type }) => type !== undefined && types[type](value));
  let nearest: string[] | undefined;
  for (const alternative of all) {
    const found = findings(value, alternative, definitions, path);
    if (found.length === 0) return [];
    if (alike.length > 0 && !alike.includes(alternative)) continue;
    if (nearest === undefined || found.length < nearest.length) nearest = found;
  }
  return nearest ?? [`${path} can't be anything`];
}

function named(reference: string, definitions: Definitions): JsonSchema {
  const schema = definitions[reference.slice("#/definitions/".length)];
  if (schema === undefined) throw new Error(`There is no ${reference}`);
  return schema;
}

const types: Readonly<Record<NonNullable<JsonSchema["type"]>, (value: unknown) => boolean>> = {
  array: Array.isArray,
  boolean: (value) => typeof value === "boolean",
  integer: Number.isInteger,
  null: (value) => value === null,
  number: (value) => typeof value === "number",
  object: isFields,
  string: (value) => typeof value === "string",
};

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
