import { invalidRequest, missingParam } from "../../core/errors";
import { referenced } from "../../core/lookup";
import { mergeMetadata } from "../../core/metadata";
import { type Operation, operation, type ParamsOf } from "../../core/operation";
import type { Work } from "../../core/work";
import { newProduct } from "../products/new-product";
import { createPrice, emitPriceCreated } from "./create-price";
import { claimLookupKey } from "./lookup-key";

type Given = ParamsOf<"prices.create">;

/** https://docs.stripe.com/api/prices/create */
export const createPriceOperation: Operation = operation("prices.create", (call) => {
  const { params } = call;
  claimLookupKey(call, params.lookup_key, params.transfer_lookup_key ?? false);
  const meter = params.recurring?.meter;
  if (meter !== undefined) referenced(call, "billing.meter", meter, "recurring[meter]");
  const product = productFor(call, params);
  const price = createPrice(call, { ...params, product });
  emitPriceCreated(call, price);
  if (params.product_data !== undefined) call.emit("product.created", call.store.must("product", product));
  return price;
});

function productFor(work: Work, { product, product_data: data }: Given): string {
  if (product !== undefined && data !== undefined) {
    throw invalidRequest("You may only specify one of these parameters: product, product_data.", {
      code: "parameters_exclusive",
    });
  }
  if (product !== undefined) return referenced(work, "product", product, "product").id;
  if (data === undefined) throw missingParam("product");
  return work.store.put("product", {
    ...newProduct(work, data.id ?? work.newId("product"), data.name),
    active: data.active ?? true,
    metadata: mergeMetadata(null, data.metadata),
    statement_descriptor: data.statement_descriptor ?? null,
    tax_code: data.tax_code ?? null,
    unit_label: data.unit_label ?? null,
  }).id;
}
