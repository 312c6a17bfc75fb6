import type { Letter } from "@/lib/email/letter";
import { Action, Paragraph } from "@/lib/email/parts";

/**
 * The mail to who has forgotten their password.
 *
 * @param link where a new one is chosen, for an hour
 */
export function newPassword(link: string): Letter {
  return {
    subject: "Choose a new password",
    preview: "The link is good for an hour.",
    body: (
      <>
        <Paragraph>
          Somebody asked for a new password for the account at Gatehouse that has this address. If it was you,
          choose one.
        </Paragraph>
        <Action href={link}>Choose a new password</Action>
        <Paragraph>
          The link is good for an hour, and works once. If it wasn't you, leave this mail as it is: your
          password stays what it was.
        </Paragraph>
      </>
    ),
  };
}

/**
 * The mail about a password that was changed.
 *
 * @param link where another is asked for
 */
export function passwordChanged(link: string): Letter {
  return {
    subject: "Your password was changed",
    preview: "If it was you, there is nothing to do.",
    body: (
      <>
        <Paragraph>
          The password of your account at Gatehouse was changed, and every other browser was signed out. If it
          was you, there is nothing to do.
        </Paragraph>
        <Paragraph>If it wasn't, choose another at once. That signs out whoever did it.</Paragraph>
        <Action href={link}>Choose a new password</Action>
      </>
    ),
  };
}
