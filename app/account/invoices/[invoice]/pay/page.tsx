import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { AccountPage } from "@/components/account/account-page";
import { SavedCardPayment } from "@/components/account/saved-card-payment";
import { PaymentForm } from "@/components/checkout/payment-form";
import { Question } from "@/components/ui/question";
import { requireUser } from "@/lib/auth/session";
import { cardName } from "@/lib/billing/cards/card-name";
import { cardsOf } from "@/lib/billing/queries/cards";
import { invoiceOf } from "@/lib/billing/queries/invoices";
import { stripeSource } from "@/lib/billing/stripe-source";
import { env } from "@/lib/env";
import { formatDate } from "@/lib/locale/date";
import { visitorLocale } from "@/lib/locale/visitor";
import { formatMoney } from "@/lib/money";
import { beginPayment, pay } from "./actions";

export const metadata: Metadata = { title: "Pay an invoice" };

export default async function PayInvoicePage({ params }: PageProps<"/account/invoices/[invoice]/pay">) {
  const { invoice: id } = await params;
  const user = await requireUser(`/account/invoices/${id}/pay`);
  const [invoice, cards, locale] = await Promise.all([
    invoiceOf(user.id, id),
    cardsOf(user.id),
    visitorLocale(),
  ]);
  if (!invoice) notFound();
  if (invoice.status !== "open") redirect("/account/invoices?said=invoice_settled");
  const amount = formatMoney(invoice.remaining, invoice.currency, locale);
  const saved = cards.find(({ pays }) => pays);
  const returnUrl = `${env().APP_URL}/account/paid`;
  const cardForm = (
    <PaymentForm
      source={stripeSource()}
      price={{ key: id, amount: invoice.remaining, currency: invoice.currency }}
      begin={beginPayment}
      returnUrl={returnUrl}
      locale={locale}
    />
  );
  return (
    <AccountPage
      title={`Pay ${amount}`}
      lead={`Your invoice ${invoice.number ?? ""} of ${formatDate(invoice.created, locale)} is open.`}
      width="form"
      under={{ href: "/account/invoices", label: "Your invoices" }}
    >
      {saved ? (
        <div className="space-y-10">
          <SavedCardPayment
            source={stripeSource()}
            action={pay.bind(null, id)}
            label={`Pay ${amount} with ${cardName(saved)}`}
            returnUrl={returnUrl}
            page={`/account/invoices/${id}/page`}
          />
          <Question ask="Pay with another card">{cardForm}</Question>
        </div>
      ) : (
        cardForm
      )}
    </AccountPage>
  );
}
