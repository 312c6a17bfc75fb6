import { invalidRequest } from "../../core/errors";
import type { Held } from "../../core/kinds";
import type { Work } from "../../core/work";
import { putTaxId, type TaxIdGiven } from "./new-tax-id";

const MOST = 5;

/** Gives a customer a tax id. Emits `customer.tax_id.created`. */
export function addTaxId(work: Work, customer: Held<"customer">, given: TaxIdGiven): Held<"tax_id"> {
  const present = work.store.list("tax_id", "customer", customer.id);
  if (present.length >= MOST) {
    throw invalidRequest(`Each customer can have up to ${MOST} tax IDs.`, { code: "tax_id_prohibited" });
  }
  const owner = { customer: customer.id, customer_account: null, type: "customer" } as const;
  const taxId = putTaxId(work, given, { customer: customer.id, owner });
  work.store.update("customer", customer.id, { tax_ids: [taxId.id, ...present.map(({ id }) => id)] });
  work.emit("customer.tax_id.created", taxId);
  return taxId;
}
