import type { Letter } from "@/lib/email/letter";
import { Action, Paragraph, To } from "@/lib/email/parts";
import { cardName } from "../cards/card-name";
import type { Told } from "../queries/told-of";
import { day, every, priceWords } from "./words";

/** A trial that ends on a day that is known. */
export type EndingTrial = Told & { trialEnd: Date };

/**
 * The mail ahead of a trial's end: what happens then, and how to have it otherwise.
 *
 * @param appUrl our own address, without a trailing slash
 */
export function trialEnding(trial: EndingTrial, appUrl: string): Letter {
  const { planName, trialEnd, card } = trial;
  const follows = card ? charged(trial, cardName(card)) : withoutCard(trial);
  return {
    subject: `Your trial of ${planName} ends on ${day(trialEnd)}`,
    preview: follows,
    body: card ? (
      <>
        <Paragraph>{follows}</Paragraph>
        <Paragraph>
          There is nothing to do if you want to stay. If you don't,{" "}
          <To href={`${appUrl}/account/cancel`}>cancel before</To> and nothing is charged.
        </Paragraph>
      </>
    ) : (
      <>
        <Paragraph>{follows}</Paragraph>
        <Paragraph>To stay, add a card before. To leave, there is nothing to do.</Paragraph>
        <Action href={`${appUrl}/account/cards/add`}>Add a card</Action>
      </>
    ),
  };
}

function charged({ planName, price, trialEnd }: EndingTrial, card: string): string {
  if (!price) return `On ${day(trialEnd)} your trial of ${planName} becomes a plan, paid with your ${card}.`;
  return `On ${day(trialEnd)} your first payment for ${planName}, ${priceWords(price)}, is taken from your ${card}, and ${every[price.interval]} after that until you cancel.`;
}

/** https://docs.stripe.com/api/subscriptions/object#subscription_object-trial_settings-end_behavior-missing_payment_method */
function withoutCard({ planName, trialEnd, withoutCard: then }: EndingTrial): string {
  const date = day(trialEnd);
  if (then === "cancel") return `Without a card, your ${planName} plan ends on ${date}. Nothing is charged.`;
  if (then === "pause")
    return `Without a card, your ${planName} plan closes on ${date} and waits for you. Nothing is charged.`;
  return `On ${date} your first payment for ${planName} is due, and there is no card to take it from.`;
}
