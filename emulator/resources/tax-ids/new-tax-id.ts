import { invalidRequest } from "../../core/errors";
import type { Held } from "../../core/kinds";
import type { Work } from "../../core/work";

type TaxId = Held<"tax_id">;

/** Numbers that are verified, found wrong, or never answered for, whatever their type. https://docs.stripe.com/billing/customer/tax-ids#testing */
const MAGIC: Readonly<Record<string, "pending" | "unverified" | "verified">> = {
  "000000000": "verified",
  "111111111": "unverified",
  "222222222": "pending",
};

/** The forms of the numbers that are checked; others are taken as they come. */
const FORMS: Readonly<Record<string, RegExp>> = {
  au_abn: /^\d{11}$/,
  ch_vat: /^CHE-?[\d.]{9,11} ?(MWST|TVA|IVA)$/,
  eu_vat: /^[A-Z]{2}[0-9A-Z+*]{2,13}$/,
  gb_vat: /^(GB|XI)(\d{9}|\d{12}|GD\d{3}|HA\d{3})$/,
  no_vat: /^\d{9}MVA$/,
  us_ein: /^\d{2}-\d{7}$/,
};

/** The types a registry answers for. https://docs.stripe.com/billing/customer/tax-ids#validation */
const VERIFIED: readonly string[] = ["au_abn", "eu_vat", "gb_vat"];

const VERIFICATION_SECONDS = 2;
const NO_LETTERS = "eu_oss_vat";

export interface TaxIdGiven {
  readonly type: TaxId["type"];
  readonly value: string;
}

/**
 * Puts a tax id into the store; one of a kind that a registry answers for is verified a little later. Refuses a
 * number that hasn't its type's form.
 */
export function putTaxId(
  work: Work,
  { type, value }: TaxIdGiven,
  owned: Pick<TaxId, "customer" | "owner">,
): TaxId {
  const form = FORMS[type];
  if (MAGIC[value] === undefined && form !== undefined && !form.test(value)) {
    throw invalidRequest(`Invalid value for ${type}.`, { code: "tax_id_invalid", param: "value" });
  }
  const verified = VERIFIED.includes(type);
  const created = work.now();
  const taxId = work.store.put("tax_id", {
    id: work.newId("tax_id"),
    object: "tax_id",
    country: countryOf(type, value),
    created,
    customer_account: null,
    livemode: false,
    type,
    value,
    verification: {
      status: verified ? "pending" : "unavailable",
      verified_address: null,
      verified_name: null,
    },
    ...owned,
  });
  if (verified) {
    const at = created + VERIFICATION_SECONDS;
    work.schedule({ at, clock: null, name: "tax_id.verify", subject: taxId.id });
  }
  return taxId;
}

/** The registry has answered. Emits `customer.tax_id.updated` for a customer's. */
export function verifyTaxId(work: Work, { subject }: { readonly subject: string }): void {
  const taxId = work.store.get("tax_id", subject);
  const status = MAGIC[taxId?.value ?? ""] ?? "verified";
  if (!taxId || status === "pending") return;
  const before = work.snapshot(taxId);
  const answered = work.store.update("tax_id", taxId.id, {
    verification: {
      status,
      verified_address: status === "verified" ? "1 Main Street" : null,
      verified_name: status === "verified" ? "Registered Company" : null,
    },
  });
  if (answered.customer !== null) work.emit("customer.tax_id.updated", answered, before);
}

function countryOf(type: string, value: string): string | null {
  if (type === NO_LETTERS) return null;
  const letters = type === "eu_vat" ? value.slice(0, 2) : type.slice(0, 2).toUpperCase();
  if (!/^[A-Z]{2}$/.test(letters)) return null;
  return letters === "EL" ? "GR" : letters;
}
