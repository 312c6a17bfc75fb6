import type { Letter } from "@/lib/email/letter";
import { Paragraph, To } from "@/lib/email/parts";
import { formatMoney } from "@/lib/money";
import { cardName } from "../cards/card-name";
import type { GivenBack } from "../queries/given-back";

/**
 * The mail about money that was to go back to its owner and came back to us: that it isn't lost, and how it can reach them. It
 * goes out whether they had been told that it is on its way or not.
 * https://docs.stripe.com/refunds#failed-refunds
 *
 * @param appUrl our own address, without a trailing slash
 */
export function refundFailed({ amount, currency, invoiceNumber, card }: GivenBack, appUrl: string): Letter {
  const given = formatMoney(amount, currency);
  const where = card ? `your ${cardName(card)}` : "where it was paid from";
  return {
    subject: `The ${given} that was to go back to you didn't arrive`,
    preview: "It is with us. Answer this mail, and we find another way.",
    body: (
      <>
        <Paragraph>
          {given}
          {invoiceNumber && ` of your invoice ${invoiceNumber}`} was to go back to {where} and couldn't be
          paid out there. Mostly that is because the card, or the account behind it, has been closed.
        </Paragraph>
        <Paragraph>
          The money is with us. Answer this mail, and we find another way to give it back.
        </Paragraph>
        <Paragraph>
          What is open to you now stands in <To href={`${appUrl}/account`}>your account</To>.
        </Paragraph>
      </>
    ),
  };
}
