import ts from "typescript-js";

/** Small questions about the SDK's types. */

/** The members of a union, or the type alone. */
export function members(type: ts.Type): readonly ts.Type[] {
  return type.isUnion() ? type.types : [type];
}

/** `OtherString`: what the SDK adds to an enum to say that it may grow. */
export function isOtherString(type: ts.Type): boolean {
  return type.isIntersection() && type.types.some((part) => (part.flags & ts.TypeFlags.String) !== 0);
}

/** Whether it is the SDK's type of a decimal number, which the API writes as a string. */
export function isDecimal(type: ts.Type): boolean {
  return type.symbol?.name === "Decimal" || type.aliasSymbol?.name === "Decimal";
}

/** Whether TypeScript says this of a type. */
export function has(type: ts.Type, flag: ts.TypeFlags): boolean {
  return (type.flags & flag) !== 0;
}

/** The type's `object` field where it is one literal: the name of a kind. */
export function kindOf(checker: ts.TypeChecker, type: ts.Type): string | null {
  const field = type.getProperty("object");
  if (field === undefined || type.getProperty("id") === undefined) return null;
  const value = checker.getTypeOfSymbol(field);
  return value.isStringLiteral() ? value.value : null;
}

/** `DeletedCustomer` and its like: `deleted` is always true. */
export function isDeletedStub(checker: ts.TypeChecker, type: ts.Type): boolean {
  const field = type.getProperty("deleted");
  return field !== undefined && checker.typeToString(checker.getTypeOfSymbol(field)) === "true";
}

/** Whether it is a page of a list or of search results. */
export function isList(type: ts.Type): type is ts.TypeReference {
  return type.symbol?.name === "ApiList" || type.symbol?.name === "ApiSearchResult";
}
