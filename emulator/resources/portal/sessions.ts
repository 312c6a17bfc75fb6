import { customerOf } from "../../billing/customer";
import { refuseUnbuilt } from "../../billing/unbuilt";
import { invalidRequest, missingParam } from "../../core/errors";
import type { Held } from "../../core/kinds";
import { referenced } from "../../core/lookup";
import { operation } from "../../core/operation";
import type { Work } from "../../core/work";
import { defaultConfiguration } from "./configurations";
import { flowOf } from "./flow";

const SECRET_LENGTH = 40;

/** A way into the portal for one customer. https://docs.stripe.com/api/customer_portal/sessions/create */
export const createPortalSession = operation("billingPortal.sessions.create", (call) => {
  const { params } = call;
  refuseUnbuilt(params, ["after_expiration", "customer_account", "on_behalf_of"]);
  if (params.customer === undefined) throw missingParam("customer");
  const customer = customerOf(call, params.customer);
  const configuration = configurationOf(call, params.configuration);
  const session = call.store.put("billing_portal.session", {
    id: call.newId("portal_session"),
    object: "billing_portal.session",
    configuration: configuration.id,
    created: call.now(),
    customer: customer.id,
    customer_account: null,
    flow:
      params.flow_data === undefined
        ? null
        : flowOf(call, customer.id, configuration.features, params.flow_data),
    livemode: false,
    locale: params.locale ?? null,
    on_behalf_of: null,
    seen: null,
    return_url: params.return_url ?? configuration.default_return_url,
    url: `${call.origin}/portal/session/test_${call.random(SECRET_LENGTH)}`,
  });
  call.emit("billing_portal.session.created", session);
  return session;
});

function configurationOf(work: Work, id: string | undefined): Held<"billing_portal.configuration"> {
  if (id === undefined) return defaultConfiguration(work);
  const configuration = referenced(work, "billing_portal.configuration", id, "configuration");
  if (configuration.active) return configuration;
  throw invalidRequest("The configuration must be active to be used for a portal session.", {
    param: "configuration",
  });
}
