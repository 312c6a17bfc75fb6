import { GENERATED, type OperationEntry } from "../core/generated";

export interface Route {
  readonly name: string;
  readonly entry: OperationEntry;
  /** Values of the braces in the path, by name. */
  readonly path: Readonly<Record<string, string>>;
}

interface Node {
  readonly literal: Map<string, Node>;
  any: Node | null;
  /** The operations at this address, by HTTP method. */
  readonly operations: Map<string, string>;
}

const newNode = (): Node => ({ literal: new Map(), any: null, operations: new Map() });

/** Every address of Stripe's API, the operations built preferred where two share one. */
export class Router {
  private readonly root = newNode();

  constructor(built: ReadonlySet<string>) {
    const names = Object.keys(GENERATED.operations);
    for (const name of [...names.filter((name) => !built.has(name)), ...built]) this.add(name);
  }

  match(method: string, pathname: string): Route | null {
    const segments = pathname.slice(1).split("/");
    const node = find(this.root, segments, 0);
    const name = node?.operations.get(method);
    const entry = name === undefined ? undefined : GENERATED.operations[name];
    if (name === undefined || entry === undefined) return null;
    const pattern = entry[1].slice(1).split("/");
    const path = pattern.flatMap((part, index) =>
      part.startsWith("{") ? [[part.slice(1, -1), decoded(segments[index] ?? "")]] : [],
    );
    return { name, entry, path: Object.fromEntries(path) };
  }

  private add(name: string): void {
    const entry = GENERATED.operations[name];
    if (entry === undefined) throw new Error(`Stripe has no operation ${name}`);
    let node = this.root;
    for (const part of entry[1].slice(1).split("/")) {
      if (part.startsWith("{")) {
        node.any ??= newNode();
        node = node.any;
      } else {
        const next = node.literal.get(part) ?? newNode();
        node.literal.set(part, next);
        node = next;
      }
    }
    node.operations.set(entry[0], name);
  }
}

/** A literal segment is preferred to one in braces, unless it leads nowhere. */
function find(node: Node, segments: readonly string[], index: number): Node | null {
  const segment = segments[index];
  if (segment === undefined) return node.operations.size > 0 ? node : null;
  const literal = node.literal.get(segment);
  const found = literal === undefined ? null : find(literal, segments, index + 1);
  if (found !== null || node.any === null || segment === "") return found;
  return find(node.any, segments, index + 1);
}

/** A part of a path as it was meant; what isn't well written stays as it is. */
export function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
