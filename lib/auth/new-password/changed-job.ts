import { eq } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { users } from "@/db/schema/identity";
import { post } from "@/lib/email/post";
import { env } from "@/lib/env";
import { job } from "@/lib/jobs/job";

/** Tells somebody that their password was changed, in case it wasn't them. */
export const passwordChangedJob = job("password-changed", {
  payload: z.object({
    user: z.uuid(),
    /** The version of sessions that began with it, which no two changes share. */
    version: z.int(),
  }),
  async run({ user: id, version }) {
    const [user] = await db
      .select({ id: users.id, name: users.name, email: users.email })
      .from(users)
      .where(eq(users.id, id));
    if (!user) return;
    const { passwordChanged } = await import("./letters");
    const letter = passwordChanged(`${env().APP_URL}/new-password`);
    await post({ key: `password-changed.${id}.${version}`, to: user, letter });
  },
});
