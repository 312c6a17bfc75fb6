import type { Metadata } from "next";
import { AccountPage } from "@/components/account/account-page";
import { DetailsForm } from "@/components/account/details-form";
import { TaxIdForm } from "@/components/account/tax-id-form";
import { TaxIds } from "@/components/account/tax-ids";
import { requireUser } from "@/lib/auth/session";
import { taxIdKinds } from "@/lib/billing/details/tax-id-types";
import { detailsOf } from "@/lib/billing/queries/details";
import { taxIdsOf } from "@/lib/billing/queries/tax-ids";
import { countries } from "@/lib/locale/countries";
import { addNumber, removeNumber, saveDetails } from "./actions";

export const metadata: Metadata = { title: "Billing details" };

export default async function DetailsPage({ searchParams }: PageProps<"/account/details">) {
  const user = await requireUser("/account/details");
  const [details, taxIds, { said }] = await Promise.all([
    detailsOf(user.id),
    taxIdsOf(user.id),
    searchParams,
  ]);
  return (
    <AccountPage
      title="Billing details"
      lead="They stand on your invoices from the next one on."
      said={said}
      width="form"
    >
      <DetailsForm action={saveDetails} details={details} countries={countries()} />
      <section aria-labelledby="tax" className="mt-16 space-y-6">
        <h2 id="tax" className="text-21 font-semibold">
          Tax numbers
        </h2>
        <TaxIds taxIds={taxIds} remove={removeNumber} />
        <TaxIdForm action={addNumber} kinds={taxIdKinds} />
      </section>
    </AccountPage>
  );
}
