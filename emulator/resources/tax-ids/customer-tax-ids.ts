import { notFound } from "../../core/errors";
import type { Held } from "../../core/kinds";
import { page } from "../../core/lists";
import { addressed, remove } from "../../core/lookup";
import { operation } from "../../core/operation";
import type { Call } from "../../core/work";
import { addTaxId } from "./add-tax-id";

/** https://docs.stripe.com/api/tax_ids/customer_create */
export const createCustomerTaxId = operation("customers.createTaxId", (call) => {
  const { type, value } = call.params;
  return addTaxId(call, addressed(call, "customer"), { type, value });
});

export const retrieveCustomerTaxId = operation("customers.retrieveTaxId", addressedTaxId);

/** https://docs.stripe.com/api/tax_ids/customer_list */
export const listCustomerTaxIds = operation("customers.listTaxIds", (call) => {
  const customer = addressed(call, "customer");
  return page(call, {
    kind: "tax_id",
    url: `/v1/customers/${customer.id}/tax_ids`,
    by: ["customer", customer.id],
  });
});

/** https://docs.stripe.com/api/tax_ids/customer_delete */
export const deleteCustomerTaxId = operation("customers.deleteTaxId", (call) =>
  dropTaxId(call, addressedTaxId(call)),
);

/** Deletes a tax id; emits `customer.tax_id.deleted` for a customer's. */
export function dropTaxId(call: Call<unknown>, taxId: Held<"tax_id">) {
  const customer = call.store.get("customer", taxId.customer ?? "");
  if (customer) {
    const tax_ids = (customer.tax_ids ?? []).filter((id) => id !== taxId.id);
    call.store.update("customer", customer.id, { tax_ids });
    call.emit("customer.tax_id.deleted", taxId);
  }
  return remove(call, "tax_id", taxId.id);
}

function addressedTaxId(call: Call<unknown>): Held<"tax_id"> {
  const taxId = addressed(call, "tax_id");
  if (taxId.customer === call.path.customerId) return taxId;
  throw notFound("tax id", call.id);
}
