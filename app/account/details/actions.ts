"use server";

import { type DetailsState, detailsFaults, typedDetails } from "@/components/account/details-state";
import { requireUser } from "@/lib/auth/session";
import { detailsForm } from "@/lib/billing/details";
import { orTrouble } from "@/lib/billing/trouble";
import { updateDetails } from "@/lib/billing/update-details";
import { answer } from "../answer";

/** Puts what stands on the person's invoices to Stripe. */
export async function saveDetails(_state: DetailsState, form: FormData): Promise<DetailsState> {
  const { id: userId } = await requireUser("/account/details");
  const values = typedDetails(form);
  const typed = detailsForm.safeParse(values);
  if (!typed.success) return { values, errors: detailsFaults(typed.error) };
  const saved = await orTrouble(() => updateDetails({ userId, details: typed.data }));
  if (saved.outcome === "trouble") return { values, errors: {}, trouble: saved };
  return answer(saved.outcome);
}
