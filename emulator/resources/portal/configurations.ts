import { invalidRequest } from "../../core/errors";
import type { Held } from "../../core/kinds";
import { page } from "../../core/lists";
import { addressed } from "../../core/lookup";
import { mergeMetadata } from "../../core/metadata";
import { operation, type ParamsOf } from "../../core/operation";
import type { Work } from "../../core/work";
import { settled } from "../fields";
import { mergeFeatures, NO_FEATURES } from "./features";

type Configuration = Held<"billing_portal.configuration">;
type Given = ParamsOf<"billingPortal.configurations.update">;

/** https://docs.stripe.com/api/customer_portal/configurations/create */
export const createPortalConfiguration = operation("billingPortal.configurations.create", (call) =>
  putConfiguration(call, call.params, false),
);

export const retrievePortalConfiguration = operation("billingPortal.configurations.retrieve", (call) =>
  addressed(call, "billing_portal.configuration"),
);

/** https://docs.stripe.com/api/customer_portal/configurations/list */
export const listPortalConfigurations = operation("billingPortal.configurations.list", (call) => {
  const { active, is_default } = call.params;
  return page(call, {
    kind: "billing_portal.configuration",
    url: "/v1/billing_portal/configurations",
    keep: (configuration) =>
      (active === undefined || configuration.active === active) &&
      (is_default === undefined || configuration.is_default === is_default),
  });
});

/** https://docs.stripe.com/api/customer_portal/configurations/update */
export const updatePortalConfiguration = operation("billingPortal.configurations.update", (call) => {
  const configuration = addressed(call, "billing_portal.configuration");
  if (call.params.active === false && configuration.is_default) {
    throw invalidRequest("You can't deactivate the default configuration.", { param: "active" });
  }
  const before = call.snapshot(configuration);
  const updated = call.store.put(
    "billing_portal.configuration",
    merged(call, { ...configuration, updated: call.now() }, call.params),
  );
  call.emit("billing_portal.configuration.updated", updated, before);
  return updated;
});

/** The configuration of sessions that name none: made when it is first needed, with what most portals offer. */
export function defaultConfiguration(work: Work): Configuration {
  const present = work.store.list("billing_portal.configuration").find(({ is_default }) => is_default);
  if (present) return present;
  const features = {
    customer_update: { allowed_updates: ["email", "address", "tax_id"] as const, enabled: true },
    invoice_history: { enabled: true },
    payment_method_update: { enabled: true },
    subscription_cancel: { enabled: true },
  };
  return putConfiguration(work, { features }, true);
}

function putConfiguration(work: Work, given: Given, isDefault: boolean): Configuration {
  const created = work.now();
  const blank: Configuration = {
    id: work.newId("portal_configuration"),
    object: "billing_portal.configuration",
    active: true,
    application: null,
    business_profile: { headline: null, privacy_policy_url: null, terms_of_service_url: null },
    created,
    default_return_url: null,
    features: NO_FEATURES,
    is_default: isDefault,
    livemode: false,
    login_page: { enabled: false, url: null },
    metadata: {},
    name: null,
    updated: created,
  };
  const configuration = work.store.put("billing_portal.configuration", merged(work, blank, given));
  work.emit("billing_portal.configuration.created", configuration);
  return configuration;
}

function merged(work: Work, present: Configuration, given: Given): Configuration {
  const { business_profile: profile, login_page: login } = given;
  const business = present.business_profile;
  const page = login?.enabled ?? present.login_page.enabled;
  return {
    ...present,
    active: given.active ?? present.active,
    business_profile: {
      headline: settled(profile?.headline, business.headline),
      privacy_policy_url: settled(profile?.privacy_policy_url, business.privacy_policy_url),
      terms_of_service_url: settled(profile?.terms_of_service_url, business.terms_of_service_url),
    },
    default_return_url: settled(given.default_return_url, present.default_return_url),
    features: mergeFeatures(work, present.features, given.features ?? {}),
    login_page: { enabled: page, url: page ? `${work.origin}/portal/login/${present.id}` : null },
    metadata: mergeMetadata(present.metadata, given.metadata),
    name: settled(given.name, present.name),
  };
}
