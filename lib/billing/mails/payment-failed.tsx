import type { Letter } from "@/lib/email/letter";
import { Action, Paragraph, To } from "@/lib/email/parts";
import { formatMoney } from "@/lib/money";
import type { UnpaidRenewal } from "../invoices/unpaid-renewal";
import { day } from "./words";

/**
 * The mail about a renewal that wasn't paid: what happens next and when, and how to pay.
 *
 * @param appUrl our own address, without a trailing slash
 */
export function paymentFailed(unpaid: UnpaidRenewal, appUrl: string): Letter {
  const { invoice, planName, remaining, currency, nextAttempt, invoiceUrl, cardless } = unpaid;
  const amount = formatMoney(remaining, currency);
  return {
    subject: cardless
      ? `Your payment for ${planName} is due, and there is no card to take it from`
      : `Your payment for ${planName} didn't go through`,
    preview: whatFollows(unpaid),
    body: (
      <>
        <Paragraph>
          The {amount} {whatFor(unpaid)} your {planName} plan{" "}
          {cardless ? "is due, and there is no card to take it from" : "couldn't be taken from your card"}.
        </Paragraph>
        <Paragraph>
          {whatFollows(unpaid)}{" "}
          {nextAttempt && !cardless && `Your card is tried again on ${day(nextAttempt)}.`}
        </Paragraph>
        <Action href={`${appUrl}/account/invoices/${invoice}/pay`}>Pay {amount}</Action>
        <Paragraph>
          {!cardless && "There you can also pay with another card."}
          {invoiceUrl && (
            <>
              {" "}
              If you can't sign in, <To href={invoiceUrl}>pay the invoice without an account</To>.
            </>
          )}
        </Paragraph>
      </>
    ),
  };
}

function whatFor({ forUse, afterTrial }: UnpaidRenewal): string {
  if (forUse) return "for what you have used with";
  return afterTrial ? "that begins" : "that renews";
}

function whatFollows({ openUntil, restStaysOpen }: UnpaidRenewal): string {
  if (restStaysOpen)
    return openUntil
      ? `Everything stays open to you until ${day(openUntil)}. If it isn't paid by then, what is counted by use closes until it is; the rest of your plan is paid for and stays open.`
      : "What is counted by use is closed, and opens again as soon as you have paid. The rest of your plan is paid for and stays open.";
  return openUntil
    ? `Everything stays open to you until ${day(openUntil)}. If it isn't paid by then, what your plan opens closes until it is.`
    : "What your plan opens is closed, and opens again as soon as you have paid.";
}
