import type { Held } from "../../core/kinds";
import type { Work } from "../../core/work";

/** A product with nothing but its name. */
export function newProduct(work: Work, id: string, name: string): Held<"product"> {
  return {
    id,
    object: "product",
    active: true,
    created: work.now(),
    default_price: null,
    description: null,
    images: [],
    livemode: false,
    marketing_features: [],
    metadata: {},
    name,
    package_dimensions: null,
    shippable: null,
    statement_descriptor: null,
    tax_code: null,
    tax_details: null,
    type: "service",
    unit_label: null,
    updated: work.now(),
    url: null,
  };
}
