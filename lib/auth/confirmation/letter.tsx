import type { Letter } from "@/lib/email/letter";
import { Action, Paragraph } from "@/lib/email/parts";

/**
 * The mail that asks whether an address is its account's owner's. It may reach somebody who knows nothing of it.
 *
 * @param link where the address is confirmed
 * @param hours for how long that is possible
 */
export function addressConfirmation(link: string, hours: number): Letter {
  return {
    subject: "Confirm your e-mail address",
    preview: "Then we know that what we write about your account reaches you.",
    body: (
      <>
        <Paragraph>
          An account at Gatehouse was made with this address. Confirm that it is yours, and we know that what
          we write about your account reaches you. Free days wait for it too.
        </Paragraph>
        <Action href={link}>Confirm my address</Action>
        <Paragraph>
          The link is good for {hours === 1 ? "an hour" : `${hours} hours`}. If the account isn't yours, leave
          this mail as it is: nothing is charged to you.
        </Paragraph>
      </>
    ),
  };
}
