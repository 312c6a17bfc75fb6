import { invalidRequest } from "../../core/errors";
import { page } from "../../core/lists";
import { addressed } from "../../core/lookup";
import { operation } from "../../core/operation";
import { dropTaxId } from "./customer-tax-ids";
import { putTaxId } from "./new-tax-id";

/** The account's own. A customer's is made at the customer. https://docs.stripe.com/api/tax_ids/create */
export const createTaxId = operation("taxIds.create", (call) => {
  const { owner, type, value } = call.params;
  if (owner !== undefined && owner.type !== "self") {
    throw invalidRequest(`Not implemented by the emulator: a tax id owned by ${owner.type}`, {
      param: "owner[type]",
    });
  }
  return putTaxId(call, { type, value }, { customer: null, owner: { customer_account: null, type: "self" } });
});

export const retrieveTaxId = operation("taxIds.retrieve", (call) => addressed(call, "tax_id"));

/** https://docs.stripe.com/api/tax_ids/list */
export const listTaxIds = operation("taxIds.list", (call) => {
  const { owner } = call.params;
  const customer = owner?.type === "customer" ? owner.customer : undefined;
  return page(call, {
    kind: "tax_id",
    url: "/v1/tax_ids",
    by: customer === undefined ? undefined : ["customer", customer],
    keep: (taxId) => customer !== undefined || taxId.customer === null,
  });
});

/** https://docs.stripe.com/api/tax_ids/delete */
export const deleteTaxId = operation("taxIds.del", (call) => dropTaxId(call, addressed(call, "tax_id")));
