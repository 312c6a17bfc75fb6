import type { Metadata } from "next";
import { AccountPage } from "@/components/account/account-page";
import { InvoiceTable } from "@/components/account/invoice-table";
import { Empty } from "@/components/ui/empty";
import { LinkButton } from "@/components/ui/link-button";
import { requireUser } from "@/lib/auth/session";
import { invoicesOf } from "@/lib/billing/queries/invoices";
import { visitorLocale } from "@/lib/locale/visitor";

export const metadata: Metadata = { title: "Your invoices" };

export default async function InvoicesPage({ searchParams }: PageProps<"/account/invoices">) {
  const user = await requireUser("/account/invoices");
  const [invoices, locale, { said }] = await Promise.all([
    invoicesOf(user.id),
    visitorLocale(),
    searchParams,
  ]);
  return (
    <AccountPage title="Your invoices" said={said} width="page">
      {invoices.length === 0 ? (
        <Empty
          title="There is no invoice yet"
          action={<LinkButton href="/pricing">See the plans</LinkButton>}
        >
          An invoice is made when you subscribe, and whenever your plan renews.
        </Empty>
      ) : (
        <InvoiceTable invoices={invoices} locale={locale} />
      )}
    </AccountPage>
  );
}
