import type { Generated } from "./generated";

/** Fields that an empty string takes away on the real API, though the SDK's types don't say so. */
const UNSETTABLE: Readonly<Record<string, readonly string[]>> = {
  "invoices.update": ["default_payment_method", "description", "footer"],
  "subscriptions.update": ["default_payment_method"],
};

/** Lets an empty string through for the parameters that are known to take one. */
export function withUnsettableParams(generated: Generated): Generated {
  const { operations, objects } = generated;
  const all = [...objects];
  const changed = Object.entries(UNSETTABLE).flatMap(([name, fields]) => {
    const entry = operations[name];
    if (!entry || typeof entry[2] !== "number") return [];
    const texts = Object.fromEntries(fields.map((field) => [field, ["u", "s", ""] as const]));
    const schema = all.push({ ...all[entry[2]], ...texts }) - 1;
    return [[name, [entry[0], entry[1], schema, entry[3] ?? null]] as const];
  });
  return { ...generated, operations: { ...operations, ...Object.fromEntries(changed) }, objects: all };
}
