import type ts from "typescript-js";
import { kindOf, members } from "./types";

/** What a method answers: `customer`, `*customer` for a list or a search of them, or null for neither. */
export function resultOf(checker: ts.TypeChecker, promise: ts.Type): string | null {
  const name = promise.symbol?.name ?? "";
  const [argument] = checker.getTypeArguments(promise as ts.TypeReference);
  if (argument === undefined) return null;
  if (name === "ApiListPromise" || name === "ApiSearchResultPromise") {
    const kind = kindIn(checker, argument);
    return kind === null ? null : `*${kind}`;
  }
  return kindIn(checker, argument);
}

/** The first kind found in a type, through unions, intersections and wrappers. */
function kindIn(checker: ts.TypeChecker, type: ts.Type): string | null {
  for (const member of members(type)) {
    const kind = kindOf(checker, member) ?? unwrapped(checker, member);
    if (kind !== null) return kind;
  }
  return null;
}

function unwrapped(checker: ts.TypeChecker, type: ts.Type): string | null {
  const [argument] = type.aliasTypeArguments ?? [];
  return argument === undefined ? null : kindIn(checker, argument);
}
