import { createTransport, type Transporter } from "nodemailer";
import { env } from "@/lib/env";
import { deliverToInbox } from "./inbox";
import { type Mail, mail } from "./mail";

let transport: Transporter | undefined;

/**
 * Sends a mail through the server of `SMTP_URL`; where none is named, into the inbox (/dev/inbox). To be called from a
 * job: it waits for the server's word.
 *
 * @throws a ZodError where the mail can't be sent to anybody as it is, such as a name with a line break; else what the
 *   mail server answers
 */
export async function sendMail(given: Mail): Promise<void> {
  const { key, unsubscribe, ...rest } = mail.parse(given);
  const { SMTP_URL, MAIL_FROM, APP_URL } = env();
  const messageId = `<${key}@${new URL(APP_URL).hostname}>`;
  const message = { ...rest, messageId, from: MAIL_FROM };
  if (!SMTP_URL) return deliverToInbox({ ...message, unsubscribe });
  transport ??= createTransport(SMTP_URL);
  await transport.sendMail({ ...message, ...(unsubscribe && { headers: oneClick(unsubscribe) }) });
}

/** https://www.rfc-editor.org/rfc/rfc8058#section-3.1 */
function oneClick(address: string): Record<string, string> {
  return { "List-Unsubscribe": `<${address}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" };
}
