import type { Letter } from "@/lib/email/letter";
import { Action, Paragraph, To } from "@/lib/email/parts";
import { formatMoney } from "@/lib/money";
import type { UnpaidRenewal } from "../invoices/unpaid-renewal";
import { day } from "./words";

/**
 * The mail about a renewal that a bank won't pay before its customer has said that it is them.
 * https://docs.stripe.com/billing/subscriptions/overview#requires-action
 *
 * @param appUrl our own address, without a trailing slash
 */
export function paymentAuthentication(unpaid: UnpaidRenewal, appUrl: string): Letter {
  const { invoice, planName, remaining, currency, openUntil, invoiceUrl, restStaysOpen } = unpaid;
  const amount = formatMoney(remaining, currency);
  const meanwhile = openUntil
    ? `Everything stays open to you until ${day(openUntil)}.`
    : `Until then, what ${restStaysOpen ? "is counted by use" : "your plan opens"} is closed.`;
  return {
    subject: `Your bank wants you to confirm the payment for ${planName}`,
    preview: `${amount} for your ${planName} plan. ${meanwhile}`,
    body: (
      <>
        <Paragraph>
          Your bank asks whether it is you who pays {amount} for your {planName} plan. Nothing is charged
          before you have answered.
        </Paragraph>
        <Paragraph>{meanwhile}</Paragraph>
        <Action href={`${appUrl}/account/invoices/${invoice}/pay`}>Confirm the payment</Action>
        {invoiceUrl && (
          <Paragraph>
            If you can't sign in, <To href={invoiceUrl}>pay the invoice without an account</To>.
          </Paragraph>
        )}
      </>
    ),
  };
}
