import { invalidRequest, missingParam } from "../../core/errors";
import type { Held } from "../../core/kinds";
import type { Work } from "../../core/work";
import { type Address, mergeAddress } from "../fields";
import type { TaxIdGiven } from "../tax-ids/new-tax-id";

type Session = Held<"checkout.session">;

/** What whoever pays said about themselves. */
export interface Buyer {
  readonly address: Address | null;
  readonly email: string | null;
  readonly name: string | null;
  readonly phone: string | null;
  /** The card may be offered to them again. */
  readonly save: boolean;
  readonly taxId: TaxIdGiven | null;
}

export interface BuyerGiven {
  readonly address?: { readonly [Part in keyof Address]?: string };
  readonly email?: string;
  readonly name?: string;
  readonly phone?: string;
  readonly save_payment_method?: boolean;
  readonly tax_id?: TaxIdGiven;
}

/** What the page must ask for, and what it may. */
export interface BuyerQuestions {
  readonly address: "required" | "auto";
  /** Null where it is known and stays as it is. */
  readonly email: "required" | null;
  readonly phone: "required" | null;
  readonly save: "optional" | null;
  readonly tax_id: "optional" | "required" | null;
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
    save: saving && session.mode === "payment" ? "optional" : null,
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
  return {
    address,
    email,
    name: given.name ?? null,
    phone: given.phone ?? null,
    save: asks.save !== null && given.save_payment_method === true,
    taxId: given.tax_id ?? null,
  };
}
