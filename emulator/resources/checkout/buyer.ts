import { invalidRequest, missingParam } from "../../core/errors";
import type { Held } from "../../core/kinds";
import type { Work } from "../../core/work";
import { type Address, mergeAddress } from "../fields";
import type { TaxIdGiven } from "../tax-ids/new-tax-id";
import { answered } from "./custom-fields";

type Session = Held<"checkout.session">;

/** What whoever pays said about themselves. */
export interface Buyer {
  readonly address: Address | null;
  /** To the session's own questions, by their keys. */
  readonly answers: Readonly<Record<string, string>>;
  readonly consent: Session["consent"];
  readonly email: string | null;
  readonly name: string | null;
  readonly phone: string | null;
  /** The card may be offered to them again. */
  readonly save: boolean;
  readonly shipping: { readonly address: Address; readonly name: string } | null;
  readonly taxId: TaxIdGiven | null;
}

type AddressGiven = { readonly [Part in keyof Address]?: string };

export interface BuyerGiven {
  readonly address?: AddressGiven;
  readonly consent?: { readonly promotions?: string; readonly terms_of_service?: string };
  readonly custom_fields?: Readonly<Record<string, string>>;
  readonly email?: string;
  readonly name?: string;
  readonly phone?: string;
  readonly save_payment_method?: boolean;
  readonly shipping?: { readonly address?: AddressGiven; readonly name?: string };
  readonly tax_id?: TaxIdGiven;
}

/** What the page must ask for, and what it may. */
export interface BuyerQuestions {
  readonly address: "required" | "auto";
  /** Null where it is known and stays as it is. */
  readonly email: "required" | null;
  readonly phone: "required" | null;
  readonly promotions: "optional" | null;
  readonly save: "optional" | null;
  /** The countries it can be sent to; null where nothing is sent. */
  readonly shipping: readonly string[] | null;
  readonly tax_id: "optional" | "required" | null;
  readonly terms: "required" | null;
}

/** The e-mail address that is known before its customer says anything. */
export function knownEmail(work: Work, session: Session): string | null {
  return session.customer_email ?? work.store.get("customer", session.customer ?? "")?.email ?? null;
}

/** What a session asks its customer, as it was set up. https://docs.stripe.com/payments/checkout/customization */
export function questionsOf(work: Work, session: Session): BuyerQuestions {
  const taxId = session.tax_id_collection;
  const saving = session.saved_payment_method_options?.payment_method_save === "enabled";
  return {
    address: session.billing_address_collection === "required" ? "required" : "auto",
    email: knownEmail(work, session) === null ? "required" : null,
    phone: session.phone_number_collection?.enabled ? "required" : null,
    promotions: session.consent_collection?.promotions === "auto" ? "optional" : null,
    save: saving && session.mode === "payment" ? "optional" : null,
    shipping: session.shipping_address_collection?.allowed_countries ?? null,
    terms: session.consent_collection?.terms_of_service === "required" ? "required" : null,
    tax_id: taxId?.enabled ? (taxId.required === "if_supported" ? "required" : "optional") : null,
  };
}

/** Reads what was said; refuses to go on without what the session asks for. */
export function readBuyer(work: Work, session: Session, given: BuyerGiven): Buyer {
  const asks = questionsOf(work, session);
  const email = knownEmail(work, session) ?? given.email ?? null;
  if (email === null) throw missingParam("email");
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) {
    throw invalidRequest(`Invalid email address: ${email}`, { code: "email_invalid", param: "email" });
  }
  if (asks.phone && !given.phone) throw missingParam("phone");
  if (asks.tax_id === "required" && !given.tax_id) throw missingParam("tax_id");
  if (asks.tax_id === null && given.tax_id) {
    throw invalidRequest("This session doesn't collect tax ids.", { param: "tax_id" });
  }
  const address = given.address ? mergeAddress(given.address, null) : null;
  if (asks.address === "required") {
    if (!address?.line1) throw missingParam("address[line1]");
    if (!address.country) throw missingParam("address[country]");
  }
  answered(session.custom_fields, given.custom_fields ?? {});
  return {
    address,
    answers: given.custom_fields ?? {},
    consent: consentOf(session, asks, given),
    email,
    name: given.name ?? null,
    phone: given.phone ?? null,
    save: asks.save !== null && given.save_payment_method === true,
    shipping: shippingOf(session, asks, given),
    taxId: given.tax_id ?? null,
  };
}

/** What was agreed to; null where nothing is asked. https://docs.stripe.com/payments/checkout/promotional-emails-and-terms */
function consentOf(session: Session, asks: BuyerQuestions, { consent }: BuyerGiven): Session["consent"] {
  if (session.consent_collection === null) return null;
  const accepted = consent?.terms_of_service === "accepted";
  if (asks.terms && !accepted) throw missingParam("consent[terms_of_service]");
  const promotions = consent?.promotions === "opt_in" ? "opt_in" : "opt_out";
  return { promotions: asks.promotions ? promotions : null, terms_of_service: accepted ? "accepted" : null };
}

/** Where it is to be sent: where the merchant has said, or a place in one of the countries the session sends to. */
function shippingOf(
  { collected_information: collected }: Session,
  asks: BuyerQuestions,
  { name, shipping }: BuyerGiven,
): Buyer["shipping"] {
  const said = collected?.shipping_details ?? null;
  if (asks.shipping === null || (said && !shipping)) return said;
  const address = mergeAddress(shipping?.address ?? {}, null);
  const receiver = shipping?.name ?? name;
  if (!receiver) throw missingParam("shipping[name]");
  if (!address?.line1) throw missingParam("shipping[address][line1]");
  if (!address.country) throw missingParam("shipping[address][country]");
  if (!asks.shipping.includes(address.country)) {
    throw invalidRequest("It can't be sent to this country.", { param: "shipping[address][country]" });
  }
  return { address, name: receiver };
}
