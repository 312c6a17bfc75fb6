import { page } from "../../core/lists";
import { addressed } from "../../core/lookup";
import { operation } from "../../core/operation";
import { putTaxCodes } from "./known";

/** https://docs.stripe.com/api/tax_codes/list */
export const listTaxCodes = operation("taxCodes.list", (call) => {
  putTaxCodes(call);
  return page(call, { kind: "tax_code", url: "/v1/tax_codes" });
});

/** https://docs.stripe.com/api/tax_codes/retrieve */
export const retrieveTaxCode = operation("taxCodes.retrieve", (call) => {
  putTaxCodes(call);
  return addressed(call, "tax_code");
});
