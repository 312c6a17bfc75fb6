import type { PortalView } from "../../../hosted/portal-view";
import { type Html, html } from "../../html";
import type { Page } from "../../page";
import { addressFields, field, type Typed, taxIdFields } from "../checkout/buyer-fields";
import { actionButton, type Problem, portalPage, type Visit } from "./frame";

type Allowed = PortalView["features"]["customer_update"]["allowed_updates"][number];

/** What the portal's customer may change about themselves, as far as its configuration allows. */
export function detailsPage(visit: Visit, problem: Problem | null = null, form?: URLSearchParams): Page {
  const { view, base } = visit;
  const { allowed_updates: allowed } = view.features.customer_update;
  const present = presentDetails(view);
  const typed: Typed = (name) => form?.get(name) ?? present[name] ?? "";
  const content = html`<form method="post" action="${base}/details">
${allowed.filter((one) => one !== "tax_id").map((one) => FIELDS[one](typed))}
${allowed.includes("tax_id") && taxIdFields(false, (name) => form?.get(name) ?? "")}
<button>Save details</button>
</form>
${allowed.includes("tax_id") && taxIds(view, base)}`;
  return portalPage(visit, "Billing details", content, { problem });
}

const FIELDS: Readonly<Record<Allowed, (typed: Typed) => Html>> = {
  address: (typed) => addressFields("Billing address", "address", typed, { required: false }),
  email: (typed) => field("E-mail", "email", typed, html`type="email" autocomplete="email" required`),
  name: (typed) => field("Name", "name", typed, html`autocomplete="name"`),
  phone: (typed) => field("Phone", "phone", typed, html`type="tel" autocomplete="tel"`),
  shipping: (
    typed,
  ) => html`${addressFields("Shipping address", "shipping[address]", typed, { required: false })}
${field("Name for shipping", "shipping[name]", typed, html`autocomplete="shipping name" required`)}`,
  tax_id: (typed) => taxIdFields(false, typed),
};

function presentDetails({ customer }: PortalView): Record<string, string | null> {
  const { address, email, name, phone, shipping } = customer;
  const parts = (prefix: string, given: typeof address) =>
    Object.fromEntries(Object.entries(given ?? {}).map(([part, value]) => [`${prefix}[${part}]`, value]));
  return {
    ...parts("address", address),
    ...parts("shipping[address]", shipping.address),
    email,
    name,
    phone,
    "shipping[name]": shipping.name,
  };
}

function taxIds({ customer }: PortalView, base: string): Html[] {
  return customer.taxIds.map(
    ({ id, value }) =>
      html`<article><p>${value}</p>${actionButton(`${base}/tax-ids/${id}/remove`, "Remove tax id")}</article>`,
  );
}
