import { invalidRequest } from "../../core/errors";
import { addressed } from "../../core/lookup";
import { mergeMetadata } from "../../core/metadata";
import { operation } from "../../core/operation";
import { planOf } from "../../core/plan";
import { settled } from "../fields";
import { currencyOptionsOf } from "./amounts";
import { claimLookupKey } from "./lookup-key";

/** Of a price that exists only what names it can change, not what it costs. https://docs.stripe.com/api/prices/update */
export const updatePrice = operation("prices.update", (call) => {
  const price = addressed(call, "price");
  const { params } = call;
  if (
    params.tax_behavior !== undefined &&
    !["unspecified", params.tax_behavior].includes(price.tax_behavior ?? "unspecified")
  ) {
    throw invalidRequest("You cannot change the tax behavior of a price once it is set.", {
      param: "tax_behavior",
    });
  }
  claimLookupKey(call, params.lookup_key, params.transfer_lookup_key ?? false, price.id);
  const before = call.snapshot(price);
  const given = params.currency_options;
  const options =
    given === undefined
      ? price.currency_options
      : { ...price.currency_options, ...currencyOptionsOf(given === "" ? {} : given, price.currency, price) };
  const updated = call.store.put("price", {
    ...price,
    active: params.active ?? price.active,
    ...(options === undefined ? {} : { currency_options: options }),
    lookup_key: settled(params.lookup_key, price.lookup_key),
    metadata: mergeMetadata(price.metadata, params.metadata),
    nickname: settled(params.nickname, price.nickname),
    tax_behavior: params.tax_behavior ?? price.tax_behavior,
  });
  if (updated.type === "recurring") call.emit("plan.updated", planOf(updated), call.snapshot(planOf(price)));
  call.emit("price.updated", updated, before);
  return updated;
});
