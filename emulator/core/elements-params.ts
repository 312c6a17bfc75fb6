import type { ParamObject } from "../schema/params";
import type { Generated } from "./generated";

/** What the frames of Elements call beside what the SDK knows. */
export function elementsOperations(add: (object: ParamObject) => number): Generated["operations"] {
  return {
    "elements.sessions.retrieve": [
      "GET",
      "/v1/elements/sessions",
      add({ customer_session_client_secret: "s" }),
    ],
    "elements.paymentMethods.detach": [
      "POST",
      "/v1/elements/payment_methods/{id}/detach",
      add({ "customer_session_client_secret!": "s" }),
    ],
  };
}
