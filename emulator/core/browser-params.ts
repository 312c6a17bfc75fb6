import type { ParamObject, ParamSchema } from "../schema/params";
import { elementsOperations } from "./elements-params";
import type { Generated, OperationEntry } from "./generated";
import { checkoutPages } from "./page-params";

const CARD: ParamObject = { cvc: "s", exp_month: "i", exp_year: "i", number: "s", token: "s" };

/** What Stripe.js sends with a confirmation and the SDK's types don't know, as a server has no use for it. */
const CONFIRMATIONS = ["paymentIntents.confirm", "setupIntents.confirm"];

/** What a form's token is made with: the SDK has that for tests, and Stripe.js at an address of its own. */
const TEST_TOKEN = "testHelpers.confirmationTokens.create";

/** Adds the operation that only a browser calls, and to the others it calls what only a browser sends. */
export function withBrowserParams(generated: Generated): Generated {
  const { operations, objects } = generated;
  const all: ParamObject[] = [...objects];
  const add = (object: ParamObject) => all.push(object) - 1;
  const card = add(CARD);
  const withCard = (name: string, more: ParamObject): OperationEntry => {
    const [method, path, schema, result = null] = operations[name] ?? ["", ""];
    const params = objectAt(all, schema);
    const { "type!": _serverTypes, ...data } = objectAt(all, params.payment_method_data);
    const payment_method_data = add({ ...data, "type!": "s", card });
    return [method, path, add({ ...params, ...more, payment_method_data }), result];
  };
  const confirmations = CONFIRMATIONS.map((name) => [name, withCard(name, { client_secret: "s" })] as const);
  const payment_method_options = add({ card: add({ cvc_token: "s" }) });
  const [method, , ...token] = withCard(TEST_TOKEN, { payment_method_options });
  return {
    ...generated,
    operations: {
      ...operations,
      ...Object.fromEntries(confirmations),
      "confirmationTokens.create": [method, "/v1/confirmation_tokens", ...token],
      ...checkoutPages(add),
      ...elementsOperations(add),
    },
    objects: all,
  };
}

function objectAt(objects: readonly ParamObject[], schema: ParamSchema | null | undefined): ParamObject {
  return (typeof schema === "number" ? objects[schema] : undefined) ?? {};
}
