import type { Letter } from "@/lib/email/letter";
import { Paragraph, To } from "@/lib/email/parts";
import { formatMoney } from "@/lib/money";
import type { Billed } from "../queries/billed";
import { day } from "./words";

/**
 * The receipt of a renewal: what was paid, and for how long.
 *
 * @param appUrl our own address, without a trailing slash
 */
export function renewalReceipt(billed: Billed, appUrl: string): Letter {
  const { planName, amount, currency, invoiceNumber, invoiceUrl, periodEnd, interval } = billed;
  const paid = formatMoney(amount, currency);
  const runs = `It is paid for until ${day(periodEnd)}${interval ? ", and renews then" : ""}.`;
  return {
    subject: `Your ${planName} plan has renewed`,
    preview: `You paid ${paid}. ${runs}`,
    body: (
      <>
        <Paragraph>
          You paid {paid} for your {planName} plan{invoiceNumber && `, invoice ${invoiceNumber}`}. {runs}
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
