import type { Letter } from "@/lib/email/letter";
import { Action, Paragraph } from "@/lib/email/parts";
import type { Told } from "../queries/told-of";
import type { Repeated } from "../trials/repeated";
import { day, isUseBilled } from "./words";

/**
 * The mail about a plan that is over, and the way back.
 *
 * @param appUrl our own address, without a trailing slash
 */
export function subscriptionEnded(told: Told, appUrl: string): Letter {
  const { planName, endedAt } = told;
  if (told.repeatedTrial) return trialNotRepeated(planName, appUrl, told.repeatedTrial);
  const when = endedAt ? ` on ${day(endedAt)}` : "";
  const why = reasonOf(told);
  const charged = isUseBilled(told, endedAt)
    ? "Nothing is charged any more but for what you had used beyond what it included"
    : "Nothing is charged any more";
  return {
    subject: `Your ${planName} plan has ended`,
    preview: `${charged}. What is free in the library stays open to you.`,
    body: (
      <>
        <Paragraph>
          Your {planName} plan ended{when}
          {why}. {charged}, and what is free in the library stays open to you.
        </Paragraph>
        <Paragraph>You are welcome back whenever you like.</Paragraph>
        <Action href={`${appUrl}/pricing`}>See the plans</Action>
      </>
    ),
  };
}

/** Nobody has asked for this end, so it is explained. */
function trialNotRepeated(planName: string, appUrl: string, by: Repeated): Letter {
  const { preview, why } = repeatedWords[by];
  return {
    subject: `Your free days of ${planName} have ended`,
    preview: `${preview} Nothing was charged.`,
    body: (
      <>
        <Paragraph>
          {why} So your free days of {planName} have ended with it. Nothing was charged, and nothing is.
        </Paragraph>
        <Paragraph>
          To stay, begin {planName} with its first payment. What it costs is said before you pay.
        </Paragraph>
        <Action href={`${appUrl}/pricing`}>See the plans</Action>
      </>
    ),
  };
}

const repeatedWords: Record<Repeated, { preview: string; why: string }> = {
  card: {
    preview: "The card you added has had its free days before.",
    why: "A card is good for one trial, and the one you added has had its free days before, with this or another account.",
  },
  address: {
    preview: "Your address has had its free days before.",
    why: "An address is good for one trial, and yours has had its free days before, with another account.",
  },
};

/** Stripe's reason doesn't tell a trial that no card went on with from what somebody asked for. */
function reasonOf({ endReason, endsAt, endedAt, trialEnd, card, withoutCard }: Told): string {
  const withTrial = trialEnd && endedAt && Math.abs(endedAt.getTime() - trialEnd.getTime()) < DAY;
  if (withTrial && !endsAt && !card && withoutCard === "cancel")
    return " because its trial was over and no card was there to go on with";
  return reasons.get(endReason ?? "") ?? "";
}

const DAY = 86_400_000;

/** https://docs.stripe.com/api/subscriptions/object#subscription_object-cancellation_details-reason */
const reasons = new Map([
  ["cancellation_requested", ", as was asked"],
  ["payment_failed", " because it couldn't be paid"],
  ["payment_disputed", " because its payment was disputed"],
]);
