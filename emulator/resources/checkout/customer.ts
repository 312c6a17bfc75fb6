import { changeCustomer } from "../../billing/customer";
import type { Held } from "../../core/kinds";
import type { Work } from "../../core/work";
import { newCustomer } from "../customers/create";
import { addTaxId } from "../tax-ids/add-tax-id";
import type { Buyer } from "./buyer";

type Session = Held<"checkout.session">;

/**
 * The customer of a session that completes: the one it was made for, changed only as far as it says, a new one,
 * or null for a guest. A new one is yet to be announced.
 */
export function customerFor(work: Work, session: Session, buyer: Buyer): Held<"customer"> | null {
  const customer = session.customer === null ? created(work, session, buyer) : changed(work, session, buyer);
  if (customer && buyer.taxId) addTaxId(work, customer, buyer.taxId);
  return customer && work.store.must("customer", customer.id);
}

/** https://docs.stripe.com/api/checkout/sessions/create#create_checkout_session-customer_creation */
function created(work: Work, session: Session, buyer: Buyer): Held<"customer"> | null {
  const needed =
    session.mode === "subscription" ||
    session.customer_creation === "always" ||
    session.invoice_creation?.enabled === true ||
    session.asked.payment_intent_data?.setup_future_usage !== undefined ||
    buyer.save;
  if (!needed) return null;
  return work.store.put("customer", {
    ...newCustomer(work, null),
    address: buyer.address,
    email: buyer.email,
    name: buyer.name,
    phone: buyer.phone,
    shipping: receiver(buyer),
  });
}

/** Where things go, as a customer and a payment have it. */
export function receiver({ phone, shipping }: Buyer): Held<"customer">["shipping"] {
  return shipping && { ...shipping, phone: phone ?? "" };
}

function changed(work: Work, { customer: id, asked }: Session, buyer: Buyer): Held<"customer"> {
  const customer = work.store.must("customer", id ?? "");
  const update = asked.customer_update;
  return changeCustomer(work, customer.id, {
    address:
      update?.address === "auto" ? (buyer.address ?? customer.address ?? null) : (customer.address ?? null),
    email: customer.email ?? buyer.email,
    name: update?.name === "auto" ? (buyer.name ?? customer.name ?? null) : (customer.name ?? null),
    ...(update?.shipping === "auto" && buyer.shipping ? { shipping: receiver(buyer) } : {}),
  });
}

/** `customer_details`: what its customer said, and what was known of them. */
export function detailsOf(
  work: Work,
  buyer: Buyer,
  customer: Held<"customer"> | null,
): NonNullable<Session["customer_details"]> {
  const taxIds = customer
    ? work.store.list("tax_id", "customer", customer.id)
    : buyer.taxId
      ? [buyer.taxId]
      : [];
  return {
    address: buyer.address ?? customer?.address ?? null,
    business_name: null,
    email: buyer.email,
    individual_name: null,
    name: buyer.name ?? customer?.name ?? null,
    phone: buyer.phone ?? customer?.phone ?? null,
    tax_exempt: customer?.tax_exempt ?? "none",
    tax_ids: taxIds.map(({ type, value }) => ({ type, value })),
  };
}
