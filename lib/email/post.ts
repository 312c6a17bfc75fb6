import { env } from "@/lib/env";
import { sealChoice } from "./choice-token";
import { oneLine } from "./greeting";
import type { Letter } from "./letter";
import { isRefused } from "./queries/refusals";
import type { Reminder } from "./reminders";
import { sendMail } from "./send";

type Post = {
  /** What makes it one mail; see `mail.ts`. */
  key: string;
  to: { id: string; name: string; email: string };
  letter: Letter;
  /** Which of the mails that people may do without it is; left out for those we owe them. */
  reminder?: Reminder;
};

/**
 * Writes to a user of ours, unless it is a reminder of a kind that they have refused. To be called from a job.
 *
 * @throws what the mail server answers
 */
export async function post({ key, to, letter, reminder }: Post): Promise<void> {
  if (reminder && (await isRefused(to.id, reminder))) return;
  const { APP_URL } = env();
  const choices = reminder ? `${APP_URL}/mail/${sealChoice({ userId: to.id, reminder })}` : null;
  // Loaded when there is something to write: it takes a second and 40 MB, which a webhook has no need of.
  const { renderLetter } = await import("./render");
  const written = await renderLetter(letter, { name: to.name, appUrl: APP_URL, choices });
  await sendMail({
    ...{ key, subject: letter.subject, ...written },
    to: { name: oneLine(to.name) || to.email, address: to.email },
    ...(choices && { unsubscribe: `${choices}/stop` }),
  });
}
