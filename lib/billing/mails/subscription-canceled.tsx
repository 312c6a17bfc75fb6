import type { Letter } from "@/lib/email/letter";
import { Paragraph, To } from "@/lib/email/parts";
import type { Told } from "../queries/told-of";
import { day, isUseBilled } from "./words";

/**
 * The mail that confirms a cancellation which is still to come: until when everything is open, and that it can be taken back.
 *
 * @param appUrl our own address, without a trailing slash
 */
export function subscriptionCanceled(told: Told & { endsAt: Date }, appUrl: string): Letter {
  const { planName, endsAt } = told;
  const end = day(endsAt);
  return {
    subject: `Your ${planName} plan ends on ${end}`,
    preview: `It is canceled. Everything stays open to you until ${end}.`,
    body: (
      <>
        <Paragraph>
          Your {planName} plan is canceled: it won't renew, and no further payment is taken for it
          {isUseBilled(told, endsAt) && " but for what you use beyond what it includes"}. Everything stays
          open to you until {end}.
        </Paragraph>
        <Paragraph>
          Until then you can take this back: <To href={`${appUrl}/account`}>keep your subscription</To>.
        </Paragraph>
      </>
    ),
  };
}
