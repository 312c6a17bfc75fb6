import type { Letter } from "@/lib/email/letter";
import { Paragraph, To } from "@/lib/email/parts";
import { formatMoney } from "@/lib/money";
import type { Billed } from "../queries/billed";
import { day } from "./words";

/**
 * The receipt of a renewal: what was paid, and for how long; of a trial's first payment, which nothing was paid before; or of
 * a bill of what was used alone, which renews nothing.
 *
 * @param appUrl our own address, without a trailing slash
 */
export function renewalReceipt(billed: Billed, appUrl: string): Letter {
  const { planName, amount, currency, invoiceNumber, invoiceUrl, periodEnd, interval, forUse } = billed;
  const paid = formatMoney(amount, currency);
  const begins = billed.afterTrial && !forUse;
  const what = forUse ? `what you have used with ${planName}` : `your ${planName} plan`;
  const runs = `It is paid for until ${day(periodEnd)}${interval ? ", and renews then" : ""}.`;
  const beyond = "It is what goes beyond what your plan includes.";
  const more = "Another invoice of your plan is still open.";
  const follows = [forUse && beyond, billed.owesMore ? more : !forUse && runs].filter(Boolean).join(" ");
  return {
    subject: subjectOf(billed),
    preview: `You paid ${paid}. ${follows}`,
    body: (
      <>
        <Paragraph>
          {begins && "Your trial is over, and this is your first payment. "}
          You paid {paid} for {what}
          {invoiceNumber && `, invoice ${invoiceNumber}`}. {follows}
        </Paragraph>
        <Paragraph>
          {invoiceUrl && (
            <>
              <To href={invoiceUrl}>Your invoice</To>.{" "}
            </>
          )}
          <To href={`${appUrl}/account`}>Your account</To>, where you can also change your plan or cancel.
        </Paragraph>
      </>
    ),
  };
}

function subjectOf({ planName, forUse, afterTrial }: Billed): string {
  if (forUse) return `What you have used with ${planName}`;
  return afterTrial ? `Your first payment for ${planName}` : `Your ${planName} plan has renewed`;
}
