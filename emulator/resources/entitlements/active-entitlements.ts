import { page } from "../../core/lists";
import { addressed, referenced } from "../../core/lookup";
import { operation } from "../../core/operation";

/** https://docs.stripe.com/api/entitlements/active-entitlement/list */
export const listActiveEntitlements = operation("entitlements.activeEntitlements.list", (call) => {
  const customer = referenced(call, "customer", call.params.customer, "customer");
  return page(call, {
    kind: "entitlements.active_entitlement",
    url: "/v1/entitlements/active_entitlements",
    by: ["customer", customer.id],
  });
});

export const retrieveActiveEntitlement = operation("entitlements.activeEntitlements.retrieve", (call) =>
  addressed(call, "entitlements.active_entitlement"),
);
