import { type Action, type ActionField, button } from "./action";
import type { SectionName } from "./sections";

const empty = (name: string, label: string, hint?: string): ActionField => ({
  name,
  label,
  value: "",
  ...(hint === undefined ? {} : { hint }),
});

const choice = (name: string, label: string, options: readonly string[]): ActionField => ({
  ...empty(name, label),
  value: options[0] ?? "",
  options,
});

const creation = (label: string, path: string, fields: ActionField[]): Action => ({
  ...button("create", label, path),
  fields,
});

const INTERVALS = ["month", "year", "week", "day", ""];

/** What an administrator may make by hand. What is left empty isn't sent. */
const CREATIONS: Readonly<Partial<Record<SectionName, Action>>> = {
  customers: creation("Create customer", "/v1/customers", [empty("email", "E-mail"), empty("name", "Name")]),
  products: creation("Create product", "/v1/products", [
    empty("name", "Name"),
    empty("description", "Description"),
  ]),
  prices: creation("Create price", "/v1/prices", [
    empty("product", "Product", "prod_…"),
    empty("unit_amount", "Amount", "in minor units"),
    { ...empty("currency", "Currency"), value: "usd" },
    choice("recurring[interval]", "Every", INTERVALS),
    empty("lookup_key", "Lookup key"),
  ]),
  coupons: creation("Create coupon", "/v1/coupons", [
    empty("name", "Name"),
    empty("percent_off", "Percent off"),
    choice("duration", "Duration", ["once", "forever"]),
  ]),
  promotion_codes: creation("Create promotion code", "/v1/promotion_codes", [
    empty("promotion[coupon]", "Coupon"),
    empty("code", "Code"),
  ]),
  webhook_endpoints: creation("Create endpoint", "/v1/webhook_endpoints", [
    empty("url", "Address", "http…"),
    { ...empty("enabled_events[0]", "Events"), value: "*" },
  ]),
};

/** What is to be sent beside what is filled in. */
const FIXED: Readonly<Partial<Record<SectionName, Readonly<Record<string, string>>>>> = {
  promotion_codes: { "promotion[type]": "coupon" },
};

/** The form that makes a new object of a section; null where none can be made by hand. */
export function creationOf(section: SectionName): Action | null {
  const action = CREATIONS[section];
  return action === undefined ? null : { ...action, fixed: FIXED[section] ?? {} };
}
