import { posix } from "node:path";
import { packages, roomOf, rooms } from "./rooms";

type Import = { specifier: string; typeOnly: boolean; line: number };

/**
 * Finds the imports of a file that go against the rooms' rules.
 *
 * @param path the file's, from the project's folder
 * @returns a sentence for each, beginning with the place
 */
export function findWrongImports(path: string, source: string): string[] {
  const from = roomOf(path);
  if (!from) return [];
  return readImports(source).flatMap((found) => {
    const problem =
      found.specifier.startsWith("@/") || found.specifier.startsWith(".")
        ? ownImport(path, from, found)
        : packageImport(from, found);
    return problem ? [`${path}:${found.line} ${problem}`] : [];
  });
}

function ownImport(path: string, from: string, { specifier }: Import): string | undefined {
  const alias = specifier.startsWith("@/");
  const target = alias ? specifier.slice(2) : posix.join(posix.dirname(path), specifier);
  const to = roomOf(target);
  if (!to || to === from) return undefined;
  const allowed = rooms[from] ?? [];
  if (!allowed.includes("*") && !allowed.includes(to))
    return `${from} must not import from ${to}: ${specifier}`;
  return alias ? undefined : `imports from another room begin with @/: ${specifier}`;
}

function packageImport(from: string, { specifier, typeOnly }: Import): string | undefined {
  const name = Object.keys(packages).find(
    (known) => specifier === known || specifier.startsWith(`${known}/`),
  );
  const rule = name ? packages[name] : undefined;
  if (!rule || rule.may.includes(from) || (typeOnly && rule.types.includes(from))) return undefined;
  return `${from} must not import the package ${specifier}${rule.types.includes(from) ? " other than by import type" : ""}`;
}

/** Every `import … from "x"`, `export … from "x"`, `import "x"` and `import("x")`, at the line it names x. */
function readImports(source: string): Import[] {
  const quoted = `["']([^"'\\n]+)["']`;
  const stated = `(?:^|\\n)\\s*(?:import|export)(\\s+type)?\\b(?:[\\w\\s{},*$]*\\bfrom)?\\s*${quoted}`;
  const pattern = new RegExp(`${stated}|\\bimport\\(\\s*${quoted}`, "g");
  return [...source.matchAll(pattern)].flatMap((match) => {
    const specifier = match[2] ?? match[3];
    const end = match.index + match[0].length;
    return specifier
      ? [{ specifier, typeOnly: Boolean(match[1]), line: source.slice(0, end).split("\n").length }]
      : [];
  });
}
