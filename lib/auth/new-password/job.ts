import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { users } from "@/db/schema/identity";
import { post } from "@/lib/email/post";
import { env } from "@/lib/env";
import { job } from "@/lib/jobs/job";
import { linkSeconds, sealNewPassword } from "./link";

/** Sends the link by which a new password is chosen; nothing where nobody has the e-mail. */
export const newPasswordJob = job("new-password", {
  payload: z.object({
    /** As it was typed, in lower case. */
    email: z.string(),
    /** Tells the mail that was asked for from those before. */
    asked: z.string(),
    /** A path of ours that the person was on their way to. */
    next: z.string().nullable(),
  }),
  async run({ email, asked, next }) {
    const [user] = await db
      .select({ id: users.id, name: users.name, email: users.email, sessionVersion: users.sessionVersion })
      .from(users)
      .where(eq(sql`lower(${users.email})`, email));
    if (!user) return;
    const token = sealNewPassword(user, Math.floor(Date.now() / 1000) + linkSeconds);
    const query = next ? `?${new URLSearchParams({ next })}` : "";
    const { newPassword } = await import("./letters");
    const letter = newPassword(`${env().APP_URL}/new-password/${token}${query}`);
    await post({ key: `new-password.${user.id}.${asked}`, to: user, letter });
  },
});
