import type { Metadata } from "next";
import { AccountPage } from "@/components/account/account-page";
import { DetailsForm } from "@/components/account/details-form";
import { requireUser } from "@/lib/auth/session";
import { detailsOf } from "@/lib/billing/queries/details";
import { countries } from "@/lib/locale/countries";
import { saveDetails } from "./actions";

export const metadata: Metadata = { title: "Billing details" };

export default async function DetailsPage() {
  const user = await requireUser("/account/details");
  return (
    <AccountPage
      title="Billing details"
      lead="They stand on your invoices from the next one on."
      width="form"
    >
      <DetailsForm action={saveDetails} details={await detailsOf(user.id)} countries={countries()} />
    </AccountPage>
  );
}
