import type { Letter } from "@/lib/email/letter";
import { Paragraph, To } from "@/lib/email/parts";
import type { Told } from "../queries/told-of";
import { day, isUseBilled } from "./words";

/** A plan that is to end. */
export type Canceled = Told & {
  endsAt: Date;
  /** What it opens is open to its end, as nothing stands in the way. */
  staysOpen: boolean;
  /** Something is still to be paid for it. */
  owes: boolean;
};

/**
 * The mail that confirms a cancellation which is still to come: until when everything is open, and that it can be taken back.
 *
 * @param appUrl our own address, without a trailing slash
 */
export function subscriptionCanceled(canceled: Canceled, appUrl: string): Letter {
  const { planName, endsAt, owes } = canceled;
  const end = day(endsAt);
  const follows = whatFollows(canceled);
  return {
    subject: `Your ${planName} plan ends on ${end}`,
    preview: `It is canceled. ${follows}`,
    body: (
      <>
        <Paragraph>
          Your {planName} plan is canceled: it won't renew, and no further payment is taken for it
          {owes && " once what is owed is paid"}
          {isUseBilled(canceled, endsAt) && " but for what you use beyond what it includes"}. {follows}
        </Paragraph>
        <Paragraph>
          Until then you can take this back: <To href={`${appUrl}/account`}>keep your subscription</To>.
        </Paragraph>
      </>
    ),
  };
}

function whatFollows({ endsAt, staysOpen, owes }: Canceled): string {
  if (staysOpen) return `Everything stays open to you until ${day(endsAt)}.`;
  return owes ? "What it opens is open until then only if that is paid." : "What it opens is closed already.";
}
