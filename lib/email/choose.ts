import { z } from "zod";
import { allow, refuse } from "./queries/refusals";
import { isReminder } from "./reminders";

const choice = z.object({
  reminder: z.string().refine(isReminder),
  wanted: z.enum(["yes", "no"]),
});

/**
 * Notes what somebody has chosen about one kind of reminder; a form that isn't one of ours changes nothing.
 *
 * @param userId from the session, or from a link of ours (`readChoice`)
 */
export async function choose(userId: string, form: FormData): Promise<void> {
  const { data } = choice.safeParse(Object.fromEntries(form));
  if (!data) return;
  await (data.wanted === "yes" ? allow : refuse)(userId, data.reminder);
}
