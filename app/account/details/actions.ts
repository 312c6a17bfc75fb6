"use server";

import { z } from "zod";
import { type DetailsState, detailsFaults, typedDetails } from "@/components/account/details-state";
import type { TaxIdState } from "@/components/account/tax-id-form";
import { requireUser } from "@/lib/auth/session";
import { addTaxId } from "@/lib/billing/details/add-tax-id";
import { detailsForm } from "@/lib/billing/details/details";
import { removeTaxId } from "@/lib/billing/details/remove-tax-id";
import { taxIdForm } from "@/lib/billing/details/tax-id-types";
import { updateDetails } from "@/lib/billing/details/update-details";
import { orTrouble } from "@/lib/billing/trouble";
import { answer } from "../answer";

const page = "/account/details";

/** Puts what stands on the person's invoices to Stripe. */
export async function saveDetails(_state: DetailsState, form: FormData): Promise<DetailsState> {
  const { id: userId } = await requireUser(page);
  const values = typedDetails(form);
  const typed = detailsForm.safeParse(values);
  if (!typed.success) return { values, errors: detailsFaults(typed.error) };
  const saved = await orTrouble(() => updateDetails({ userId, details: typed.data }));
  if (saved.outcome === "trouble") return { values, errors: {}, trouble: saved };
  return answer(saved.outcome);
}

const refusals = {
  tax_id_invalid: "No number of this kind is written so. Compare it with the example.",
  tax_ids_full: "Five numbers stand on your invoices, and more can't. Remove one first.",
} as const;

const shown = z.string().max(100).catch("");

/** Puts a tax number onto the person's invoices. */
export async function addNumber(_state: TaxIdState, form: FormData): Promise<TaxIdState> {
  const { id: userId } = await requireUser(page);
  const values = { type: shown.parse(form.get("type")), value: shown.parse(form.get("value")) };
  const typed = taxIdForm.safeParse(values);
  if (!typed.success) return { ...values, error: typed.error.issues[0]?.message ?? refusals.tax_id_invalid };
  const added = await orTrouble(() => addTaxId({ userId, ...typed.data }));
  if (added.outcome === "trouble") return { ...values, trouble: added };
  if (added.outcome !== "tax_id_added") return { ...values, error: refusals[added.outcome] };
  return answer(added.outcome, page);
}

/** Takes a tax number off the person's invoices. */
export async function removeNumber(form: FormData): Promise<void> {
  const { id: userId } = await requireUser(page);
  const taxId = z.string().max(200).catch("").parse(form.get("tax_id"));
  answer(await orTrouble(() => removeTaxId({ userId, taxId })), page);
}
