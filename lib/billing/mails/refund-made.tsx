import type { Letter } from "@/lib/email/letter";
import { Paragraph, To } from "@/lib/email/parts";
import { formatMoney } from "@/lib/money";
import { cardName } from "../cards/card-name";
import type { GivenBack } from "../queries/given-back";

/**
 * The mail about money that goes back to its owner: how much, where to, and when it arrives.
 *
 * @param appUrl our own address, without a trailing slash
 */
export function refundMade({ amount, currency, invoiceNumber, card }: GivenBack, appUrl: string): Letter {
  const given = formatMoney(amount, currency);
  const where = card ? `your ${cardName(card)}` : "where it was paid from";
  return {
    subject: `We have given you ${given} back`,
    preview: `It goes to ${where}. Banks take five to ten days to show it.`,
    body: (
      <>
        <Paragraph>
          {given}
          {invoiceNumber && ` of your invoice ${invoiceNumber}`} goes back to {where}. Banks take five to ten
          days to show it.
        </Paragraph>
        <Paragraph>
          What is open to you now stands in <To href={`${appUrl}/account`}>your account</To>.
        </Paragraph>
      </>
    ),
  };
}
