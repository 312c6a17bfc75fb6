import type { Letter } from "@/lib/email/letter";
import { Action, Paragraph } from "@/lib/email/parts";
import { cardName } from "../cards/card-name";
import type { ExpiringCard } from "../queries/expiring-cards";

/**
 * The mail ahead of the end of the card that pays for a plan.
 *
 * @param appUrl our own address, without a trailing slash
 */
export function cardExpiring({ planName, year, month, ...card }: ExpiringCard, appUrl: string): Letter {
  const last = new Intl.DateTimeFormat("en-US", { month: "long", year: "numeric", timeZone: "UTC" }).format(
    Date.UTC(year, month - 1),
  );
  const plan = planName === null ? "plan" : `${planName} plan`;
  return {
    subject: `The card for your ${plan} expires soon`,
    preview: `${cardName(card)} is good to the end of ${last}.`,
    body: (
      <>
        <Paragraph>
          Your {cardName(card)} pays for your {plan}, and expires at the end of {last}.
        </Paragraph>
        <Paragraph>With another card in its place, your plan renews as it always did.</Paragraph>
        <Action href={`${appUrl}/account/cards/add`}>Use another card</Action>
      </>
    ),
  };
}
