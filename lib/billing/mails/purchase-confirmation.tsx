import type { Letter } from "@/lib/email/letter";
import { Paragraph, To } from "@/lib/email/parts";
import { formatMoney } from "@/lib/money";
import type { Billed } from "../queries/billed";
import { day, every } from "./words";

/**
 * The mail that follows a first payment: what was bought and for how much, what happens next and when, and where to
 * look after it.
 *
 * @param appUrl our own address, without a trailing slash
 */
export function purchaseConfirmation(billed: Billed, appUrl: string): Letter {
  const { planName, invoiceUrl } = billed;
  return {
    subject: `Your ${planName} plan has begun`,
    preview: next(billed),
    body: (
      <>
        <Paragraph>{paid(billed)}</Paragraph>
        <Paragraph>{next(billed)}</Paragraph>
        <Paragraph>
          <To href={`${appUrl}/account`}>Your account</To>, where you can also cancel.
        </Paragraph>
        {invoiceUrl && (
          <Paragraph>
            <To href={invoiceUrl}>Your invoice</To>
          </Paragraph>
        )}
      </>
    ),
  };
}

function paid({ planName, amount, currency, invoiceNumber, status }: Billed): string {
  const thanks = `Thank you. You are on ${planName} from now on${status === "trialing" ? ", on trial" : ""}.`;
  if (amount === 0) return `${thanks} Nothing was charged today.`;
  const invoice = invoiceNumber ? `, invoice ${invoiceNumber}` : "";
  return `${thanks} You paid ${formatMoney(amount, currency)}${invoice}.`;
}

function next({ periodEnd, interval, status }: Billed): string {
  const date = day(periodEnd);
  if (status === "trialing")
    return `Your trial runs until ${date}. If you cancel before, nothing is charged.`;
  if (!interval) return `Your plan is paid for until ${date}.`;
  return `It renews on ${date} and ${every[interval]} after that, until you cancel. If you cancel, it stays open to the end of what you have paid for.`;
}
