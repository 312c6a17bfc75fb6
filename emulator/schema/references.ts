import ts from "typescript-js";
import { has, isDeletedStub, isList, kindOf, members } from "./types";

/**
 * Where an object leads to others: `~customer` is an id that can be expanded (several kinds joined by `|`),
 * `=price` is shown whole, `*line_item` is a list of them; a nested object has its own table. Arrays count as
 * what they hold.
 */
export interface References {
  readonly [field: string]: string | References;
}

/** Collects, by kind, the references of every object reachable from the types given. */
export class ReferenceTables {
  readonly kinds = new Map<string, References>();
  /** The names of all fields, by kind. */
  readonly fields = new Map<string, readonly string[]>();

  constructor(private readonly checker: ts.TypeChecker) {}

  /** Adds the kinds a result type holds. */
  reach(type: ts.Type, depth = 0): void {
    if (depth > 6) return;
    for (const member of members(type)) {
      const kind = kindOf(this.checker, member);
      if (kind !== null) this.add(kind, member);
      else for (const inner of this.argumentsOf(member)) this.reach(inner, depth + 1);
    }
  }

  private add(kind: string, type: ts.Type): void {
    if (this.kinds.has(kind) || isDeletedStub(this.checker, type)) return;
    this.kinds.set(kind, {});
    this.kinds.set(kind, this.table(type, new Set()));
    this.fields.set(
      kind,
      type.getProperties().map(({ name }) => name),
    );
  }

  private table(type: ts.Type, above: ReadonlySet<ts.Type>): References {
    const table: Record<string, string | References> = {};
    for (const property of type.getProperties()) {
      const found = this.field(this.checker.getTypeOfSymbol(property), new Set([...above, type]));
      if (found !== null) table[property.name] = found;
    }
    return table;
  }

  private field(type: ts.Type, above: ReadonlySet<ts.Type>): string | References | null {
    const parts = members(type).filter((part) => !has(part, ts.TypeFlags.Undefined | ts.TypeFlags.Null));
    const [first] = parts;
    if (first === undefined) return null;
    if (isList(first)) return this.list(first);
    const [item] = this.argumentsOf(first);
    if (this.checker.isArrayType(first) && item !== undefined) return this.field(item, above);
    const kinds = [...new Set(parts.flatMap((part) => kindOf(this.checker, part) ?? []))];
    if (kinds.length > 0) {
      for (const part of parts) this.reach(part);
      const expandable = parts.some((part) => has(part, ts.TypeFlags.String));
      return (expandable ? "~" : "=") + kinds.join("|");
    }
    if (parts.length > 1 || above.has(first) || !has(first, ts.TypeFlags.Object)) return null;
    const nested = this.table(first, above);
    return Object.keys(nested).length > 0 ? nested : null;
  }

  private list(type: ts.TypeReference): string | null {
    const item = this.argumentsOf(type)[0];
    if (item === undefined) return null;
    this.reach(item);
    const kinds = members(item).flatMap((member) => kindOf(this.checker, member) ?? []);
    return kinds.length > 0 ? `*${kinds.join("|")}` : null;
  }

  private argumentsOf(type: ts.Type): readonly ts.Type[] {
    return (type as ts.TypeReference).target === undefined
      ? (type.aliasTypeArguments ?? [])
      : this.checker.getTypeArguments(type as ts.TypeReference);
  }
}
