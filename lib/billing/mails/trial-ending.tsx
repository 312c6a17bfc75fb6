import type { Letter } from "@/lib/email/letter";
import { Action, Paragraph, To } from "@/lib/email/parts";
import { formatMoney } from "@/lib/money";
import { cardName } from "../cards/card-name";
import type { Told } from "../queries/told-of";
import type { PaymentAfterTrial } from "../trials/payment-after-trial";
import { day, every, priceWords } from "./words";

/** A trial that ends on a day that is known. */
export type EndingTrial = Told & {
  trialEnd: Date;
  /** What its end charges; null where there is nothing to charge it to. */
  payment: PaymentAfterTrial | null;
};

/**
 * The mail ahead of a trial's end: what happens then, and how to have it otherwise.
 *
 * @param appUrl our own address, without a trailing slash
 */
export function trialEnding(trial: EndingTrial, appUrl: string): Letter {
  const { planName, trialEnd, card, payment } = trial;
  const follows = card && payment ? charged(trial, payment, cardName(card)) : withoutCard(trial);
  return {
    subject: `Your trial of ${planName} ends on ${day(trialEnd)}`,
    preview: follows,
    body:
      card && payment ? (
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

function charged(
  { planName, price, trialEnd, counted }: EndingTrial,
  payment: PaymentAfterTrial,
  card: string,
): string {
  const { first, later, currency, discounted } = payment;
  const then = `On ${day(trialEnd)}`;
  const used = counted ? " What you use beyond what it includes is added." : "";
  const words = (amount: number) =>
    price ? priceWords({ ...price, amount, currency }) : formatMoney(amount, currency);
  const again = price ? `, and ${every[price.interval]} after that until you cancel` : "";
  if (first === later && first > 0)
    return `${then} your first payment for ${planName}, ${words(first)}, is taken from your ${card}${again}.${used}`;
  const begins =
    first > 0
      ? `${then} your first payment for ${planName}, ${formatMoney(first, currency)}, is taken from your ${card}.`
      : `${then} your trial of ${planName} becomes a plan, and nothing is taken from your ${card} on that day.`;
  if (later === 0) return `${begins}${used}`;
  const over = discounted ? "When your discount is over" : "After that";
  return `${begins} ${over} it is ${words(later)}, until you cancel.${used}`;
}

/** https://docs.stripe.com/api/subscriptions/object#subscription_object-trial_settings-end_behavior-missing_payment_method */
function withoutCard({ planName, trialEnd, withoutCard: then }: EndingTrial): string {
  const date = day(trialEnd);
  if (then === "cancel") return `Without a card, your ${planName} plan ends on ${date}. Nothing is charged.`;
  if (then === "pause")
    return `Without a card, your ${planName} plan closes on ${date} and waits for you. Nothing is charged.`;
  return `On ${date} your first payment for ${planName} is due, and there is no card to take it from.`;
}
