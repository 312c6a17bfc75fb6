import type { Letter } from "@/lib/email/letter";
import { Paragraph, To } from "@/lib/email/parts";
import { formatMoney } from "@/lib/money";
import type { OwnItem } from "../queries/own-items";

/**
 * The mail that follows a purchase of something bought once: what it was, for how much, and where it is.
 *
 * @param appUrl our own address, without a trailing slash
 */
export function itemConfirmation({ id, name, amount, currency }: OwnItem, appUrl: string): Letter {
  const paid = `You paid ${formatMoney(amount, currency)}, once: nothing further will be charged for it.`;
  return {
    subject: `${name} is yours`,
    preview: paid,
    body: (
      <>
        <Paragraph>
          Thank you. {name} is yours for good. {paid}
        </Paragraph>
        <Paragraph>
          It is in <To href={`${appUrl}/library`}>the library</To>.
        </Paragraph>
        <Paragraph>
          <To href={`${appUrl}/account/bought/${id}`}>Your receipt</To>
        </Paragraph>
      </>
    ),
  };
}
