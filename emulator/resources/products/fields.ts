import { emptyParam, invalidRequest } from "../../core/errors";
import type { Held } from "../../core/kinds";
import { mergeMetadata } from "../../core/metadata";
import type { ParamsOf } from "../../core/operation";
import { settled } from "../fields";

type Product = Held<"product">;
type Given = ParamsOf<"products.create"> | ParamsOf<"products.update">;

const MAX_IMAGES = 8;
const MAX_FEATURES = 15;

/** The fields a request gives, over those the product has. */
export function mergeProduct(product: Product, given: Given): Product {
  const images = settled(given.images, product.images) ?? [];
  const features = settled(given.marketing_features, product.marketing_features) ?? [];
  if (given.name === "") throw emptyParam("name");
  if (images.length > MAX_IMAGES) throw tooMany("images", MAX_IMAGES);
  if (features.length > MAX_FEATURES) throw tooMany("marketing_features", MAX_FEATURES);
  return {
    ...product,
    active: given.active ?? product.active,
    description: settled(given.description, product.description),
    images,
    marketing_features: features.flatMap(({ name }) => (name === undefined ? [] : [{ name }])),
    metadata: mergeMetadata(product.metadata, given.metadata),
    name: given.name ?? product.name,
    package_dimensions: settled(given.package_dimensions, product.package_dimensions),
    shippable: given.shippable ?? product.shippable,
    statement_descriptor: settled(given.statement_descriptor, product.statement_descriptor ?? null),
    tax_code: settled(given.tax_code, taxCodeOf(product)),
    tax_details: mergedTaxDetails(product.tax_details, given.tax_details),
    unit_label: settled(given.unit_label, product.unit_label ?? null),
    url: settled(given.url, product.url),
  };
}

function mergedTaxDetails(
  present: Product["tax_details"],
  given: Given["tax_details"],
): Product["tax_details"] {
  if (given === undefined) return present;
  if (given === "") return null;
  return {
    performance_location: settled(given.performance_location, present?.performance_location ?? null),
    tax_code: settled(given.tax_code, present?.tax_code ?? null),
  };
}

function taxCodeOf(product: Product): string | null {
  return product.tax_code ?? null;
}

function tooMany(param: string, most: number): Error {
  return invalidRequest(`Invalid array: ${param} can have at most ${most} elements`, { param });
}
