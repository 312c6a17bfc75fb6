import ts from "typescript-js";
import { has, isDecimal, isOtherString, members } from "./types";

/**
 * A parameter's schema, written small:
 * `s` string, `i` integer, `n` number, `b` boolean, `d` decimal, `x` anything, `""` the empty string;
 * `["e", …]` one of, `["a", S]` array, `["m", S]` map, `["u", …]` any of; a number is an entry of the table of
 * objects, whose required fields end in `!`.
 */
export type ParamSchema =
  | ScalarSchema
  | number
  | readonly ["e", ...string[]]
  | readonly ["a" | "m", ParamSchema]
  | readonly ["u", ...ParamSchema[]];
export type ScalarSchema = "s" | "i" | "n" | "b" | "d" | "x" | "";
export type ParamObject = Readonly<Record<string, ParamSchema>>;

const FRACTIONAL = /percent|^height$|^length$|^weight$|^width$|latitude|longitude/;

/** Turns the SDK's parameter types into schemas; equal objects share one entry of `objects`. */
export class ParamSchemas {
  readonly objects: ParamObject[] = [];
  private readonly known = new Map<string, number>();

  constructor(private readonly checker: ts.TypeChecker) {}

  of(type: ts.Type, name = ""): ParamSchema {
    if (isDecimal(type)) return "d";
    if (isOtherString(type) || has(type, ts.TypeFlags.String)) return "s";
    if (has(type, ts.TypeFlags.Number)) return FRACTIONAL.test(name) ? "n" : "i";
    if (has(type, ts.TypeFlags.BooleanLike)) return "b";
    if (type.isStringLiteral()) return type.value === "" ? "" : ["e", type.value];
    if (type.isUnion()) return this.union(type, name);
    const [item] = this.checker.isArrayType(type)
      ? this.checker.getTypeArguments(type as ts.TypeReference)
      : [];
    if (item !== undefined) return ["a", this.of(item, name)];
    const value = type.getStringIndexType();
    if (value !== undefined) return ["m", this.of(value)];
    return has(type, ts.TypeFlags.Object) ? this.object(type) : "x";
  }

  private union(type: ts.UnionType, name: string): ParamSchema {
    const parts = members(type).filter((part) => !has(part, ts.TypeFlags.Undefined | ts.TypeFlags.Null));
    const values = parts.flatMap((part) => (part.isStringLiteral() && part.value !== "" ? [part.value] : []));
    const others = parts.filter(
      (part) => !(part.isStringLiteral() && part.value !== "") && !isOtherString(part),
    );
    const rest = others.map((part) => this.of(part, name));
    const all: ParamSchema[] = values.length > 0 ? [["e", ...values], ...rest] : rest;
    // `Emptyable<string>` is `null | "" | string`, of which the compiler keeps no `""`.
    if (members(type).some((part) => has(part, ts.TypeFlags.Null))) all.push("");
    const distinct = [...new Map(all.map((schema) => [JSON.stringify(schema), schema])).values()];
    const [only] = distinct;
    return distinct.length === 1 && only !== undefined ? only : ["u", ...distinct];
  }

  private object(type: ts.Type): number {
    const fields = type.getProperties().map((property) => {
      const required = (property.flags & ts.SymbolFlags.Optional) === 0;
      const value = this.checker.getTypeOfSymbol(property);
      return [required ? `${property.name}!` : property.name, this.of(value, property.name)] as const;
    });
    const schema = Object.fromEntries(fields);
    const key = JSON.stringify(schema);
    const present = this.known.get(key);
    if (present !== undefined) return present;
    this.known.set(key, this.objects.length);
    this.objects.push(schema);
    return this.objects.length - 1;
  }
}
