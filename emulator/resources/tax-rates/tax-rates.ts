import { invalidRequest } from "../../core/errors";
import { page, within } from "../../core/lists";
import { addressed } from "../../core/lookup";
import { mergeMetadata } from "../../core/metadata";
import { operation } from "../../core/operation";
import { settled } from "../fields";

/** https://docs.stripe.com/api/tax_rates/create */
export const createTaxRate = operation("taxRates.create", (call) => {
  const { params } = call;
  if (params.percentage < 0 || params.percentage > 100) {
    throw invalidRequest("Invalid percentage: must be between 0 and 100", { param: "percentage" });
  }
  const rate = call.store.put("tax_rate", {
    id: call.newId("tax_rate"),
    object: "tax_rate",
    active: params.active ?? true,
    country: params.country ?? null,
    created: call.now(),
    description: params.description ?? null,
    display_name: params.display_name,
    effective_percentage: params.percentage,
    flat_amount: null,
    inclusive: params.inclusive,
    jurisdiction: params.jurisdiction ?? null,
    jurisdiction_level: null,
    livemode: false,
    metadata: mergeMetadata(null, params.metadata),
    percentage: params.percentage,
    rate_type: "percentage",
    state: params.state ?? null,
    tax_type: params.tax_type ?? null,
  });
  call.emit("tax_rate.created", rate);
  return rate;
});

export const retrieveTaxRate = operation("taxRates.retrieve", (call) => addressed(call, "tax_rate"));

/** https://docs.stripe.com/api/tax_rates/list */
export const listTaxRates = operation("taxRates.list", (call) => {
  const { active, created, inclusive } = call.params;
  return page(call, {
    kind: "tax_rate",
    url: "/v1/tax_rates",
    keep: (rate) =>
      within(rate.created, created) &&
      (active === undefined || rate.active === active) &&
      (inclusive === undefined || rate.inclusive === inclusive),
  });
});

/** The percentage stays what it is. https://docs.stripe.com/api/tax_rates/update */
export const updateTaxRate = operation("taxRates.update", (call) => {
  const rate = addressed(call, "tax_rate");
  const { params } = call;
  const before = call.snapshot(rate);
  const updated = call.store.update("tax_rate", rate.id, {
    active: params.active ?? rate.active,
    country: settled(params.country, rate.country),
    description: settled(params.description, rate.description),
    display_name: params.display_name ?? rate.display_name,
    jurisdiction: settled(params.jurisdiction, rate.jurisdiction),
    metadata: mergeMetadata(rate.metadata, params.metadata),
    state: settled(params.state, rate.state),
    tax_type: params.tax_type ?? rate.tax_type,
  });
  call.emit("tax_rate.updated", updated, before);
  return updated;
});
