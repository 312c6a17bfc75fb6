import type { ParamObject, ParamSchema } from "../schema/params";
import type { Generated } from "./generated";

const CARD: ParamObject = { cvc: "s", exp_month: "i", exp_year: "i", number: "s", token: "s" };

/** What Stripe.js sends with a confirmation and the SDK's types don't know, as a server has no use for it. */
const CONFIRMATIONS = ["paymentIntents.confirm", "setupIntents.confirm"];

/** Adds to the operations that a browser calls the parameters that only a browser sends. */
export function withBrowserParams({ operations, objects, references }: Generated): Generated {
  const all: ParamObject[] = [...objects];
  const add = (object: ParamObject) => all.push(object) - 1;
  const card = add(CARD);
  const changed = CONFIRMATIONS.flatMap((name) => {
    const entry = operations[name];
    if (!entry || typeof entry[2] !== "number") return [];
    const params = all[entry[2]] ?? {};
    const { "type!": _serverTypes, ...data } = objectAt(all, params.payment_method_data);
    const withCard = add({ ...data, "type!": "s", card });
    const schema = add({ ...params, client_secret: "s", payment_method_data: withCard });
    return [[name, [entry[0], entry[1], schema, entry[3] ?? null]] as const];
  });
  return { operations: { ...operations, ...Object.fromEntries(changed) }, objects: all, references };
}

function objectAt(objects: readonly ParamObject[], schema: ParamSchema | undefined): ParamObject {
  return (typeof schema === "number" ? objects[schema] : undefined) ?? {};
}
