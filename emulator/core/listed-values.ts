import type { Generated } from "./generated";

/** Where Stripe's refusal is known to name the values of a closed list in an order other than the SDK's types. */
const ORDERS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  "checkout.sessions.create": { mode: ["payment", "setup", "subscription"] },
  "invoices.list": { status: ["draft", "open", "void", "paid", "uncollectible"] },
};

/** Puts the values of closed lists into the order in which Stripe names them. */
export function withListedValues(generated: Generated): Generated {
  const { operations, objects } = generated;
  const all = [...objects];
  const changed = Object.entries(ORDERS).flatMap(([name, fields]) => {
    const entry = operations[name];
    if (!entry || typeof entry[2] !== "number") return [];
    const lists = Object.entries(fields).map(
      ([field, values]) => [field, ["e", ...values] as const] as const,
    );
    const schema = all.push({ ...all[entry[2]], ...Object.fromEntries(lists) }) - 1;
    return [[name, [entry[0], entry[1], schema, entry[3] ?? null]] as const];
  });
  return { ...generated, operations: { ...operations, ...Object.fromEntries(changed) }, objects: all };
}
