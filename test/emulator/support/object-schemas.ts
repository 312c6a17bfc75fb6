import ts from "typescript-js";
import { readSdk } from "@/emulator/schema/sdk";
import { has, isDecimal, isDeletedStub, isList, isOtherString, members } from "@/emulator/schema/types";
import type { Definitions, JsonSchema } from "./schema";

/**
 * JSON Schemas of Stripe's objects, made from the SDK's own types and strict about every field: `kinds` says
 * which definition an object with that `object` field has (`deleted customer` for its stub). Takes seconds.
 */
export interface ObjectSchemas {
  readonly kinds: Readonly<Record<string, string>>;
  readonly definitions: Definitions;
}

/** Reads every object that an operation answers or an event carries. */
export function objectSchemas(): ObjectSchemas {
  const { checker, methods } = readSdk();
  const reader = new SchemaReader(checker);
  for (const { result } of methods) reader.reach(result, 0);
  return { kinds: Object.fromEntries(reader.kinds), definitions: Object.fromEntries(reader.definitions) };
}

class SchemaReader {
  readonly kinds = new Map<string, string>();
  readonly definitions = new Map<string, JsonSchema>();
  private readonly names = new Map<ts.Type, string>();

  constructor(private readonly checker: ts.TypeChecker) {}

  /** Defines the objects of a promised answer, through its wrappers. */
  reach(type: ts.Type, depth: number): void {
    if (depth > 4) return;
    for (const member of members(type)) {
      if (member.isIntersection()) {
        for (const part of member.types) this.reach(part, depth + 1);
      } else if (kindNamed(this.checker, member) === "event") {
        this.event(member);
      } else if (kindNamed(this.checker, member) !== null) {
        this.reference(member);
      } else {
        for (const argument of argumentsOf(this.checker, member)) this.reach(argument, depth + 1);
      }
    }
  }

  /** Each event has a type of its own; what they share is their base. */
  private event(type: ts.Type): void {
    const [base] = type.isClassOrInterface() ? this.checker.getBaseTypes(type) : [];
    if (base !== undefined) this.reference(base);
    const data = type.getProperty("data");
    const object = data && this.checker.getTypeOfSymbol(data).getProperty("object");
    if (object !== undefined) this.reach(this.checker.getTypeOfSymbol(object), 0);
  }

  private reference(type: ts.Type): JsonSchema {
    const known = this.names.get(type);
    if (known !== undefined) return { $ref: `#/definitions/${known}` };
    const kind = kindNamed(this.checker, type);
    const name = `${type.symbol?.name ?? "type"}_${this.names.size}`;
    this.names.set(type, name);
    if (kind !== null) {
      const key = isDeletedStub(this.checker, type) ? `deleted ${kind}` : kind;
      if (!this.kinds.has(key)) this.kinds.set(key, name);
    }
    this.definitions.set(name, this.fields(type));
    return { $ref: `#/definitions/${name}` };
  }

  private schema(type: ts.Type): JsonSchema {
    if (isDecimal(type)) return { type: "string", pattern: "^-?[0-9]+(\\.[0-9]+)?$" };
    if (has(type, ts.TypeFlags.Null)) return { type: "null" };
    if (has(type, ts.TypeFlags.String)) return { type: "string" };
    if (has(type, ts.TypeFlags.Number)) return { type: "number" };
    if (type.isStringLiteral() || type.isNumberLiteral()) return { const: type.value };
    if (has(type, ts.TypeFlags.BooleanLiteral)) return { const: this.checker.typeToString(type) === "true" };
    if (has(type, ts.TypeFlags.Boolean)) return { type: "boolean" };
    if (type.isUnion()) return this.union(type);
    if (isList(type)) return this.list(type);
    const [item] = this.checker.isArrayType(type) ? argumentsOf(this.checker, type) : [];
    if (item !== undefined) return { type: "array", items: this.schema(item) };
    if (has(type, ts.TypeFlags.Object) && type.getProperties().length > 0) return this.reference(type);
    const values = type.getStringIndexType();
    return values === undefined ? {} : { type: "object", additionalProperties: this.schema(values) };
  }

  private union(type: ts.UnionType): JsonSchema {
    const parts = type.types.filter((part) => !isOtherString(part) && !has(part, ts.TypeFlags.Undefined));
    const texts = parts.flatMap((part) => (part.isStringLiteral() ? [part.value] : []));
    const others = parts.filter((part) => !part.isStringLiteral()).map((part) => this.schema(part));
    return { anyOf: texts.length > 0 ? [{ enum: texts }, ...others] : others };
  }

  private list(type: ts.Type): JsonSchema {
    const [item] = argumentsOf(this.checker, type);
    return {
      type: "object",
      additionalProperties: false,
      required: ["object", "data", "has_more", "url"],
      properties: {
        object: { const: "list" },
        data: { type: "array", items: item === undefined ? {} : this.schema(item) },
        has_more: { type: "boolean" },
        total_count: { type: "integer" },
        url: { type: "string" },
      },
    };
  }

  private fields(type: ts.Type): JsonSchema {
    const shown = type.getProperties().filter((property) => !isVoid(this.checker, property));
    const required = shown.filter((property) => (property.flags & ts.SymbolFlags.Optional) === 0);
    return {
      type: "object",
      additionalProperties: false,
      required: required.map((property) => property.name),
      properties: Object.fromEntries(
        shown.map((property) => [property.name, this.schema(this.checker.getTypeOfSymbol(property))]),
      ),
    };
  }
}

/** `deleted?: void`: a field that is never there. */
function isVoid(checker: ts.TypeChecker, property: ts.Symbol): boolean {
  return members(checker.getTypeOfSymbol(property)).every((type) =>
    has(type, ts.TypeFlags.Void | ts.TypeFlags.Undefined),
  );
}

function kindNamed(checker: ts.TypeChecker, type: ts.Type): string | null {
  const field = type.getProperty("object");
  const value = field === undefined ? undefined : checker.getTypeOfSymbol(field);
  return value?.isStringLiteral() ? value.value : null;
}

function argumentsOf(checker: ts.TypeChecker, type: ts.Type): readonly ts.Type[] {
  const reference = type as ts.TypeReference;
  return reference.target === undefined
    ? (type.aliasTypeArguments ?? [])
    : checker.getTypeArguments(reference);
}
