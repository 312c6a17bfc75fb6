import { eq } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { users } from "@/db/schema/identity";
import { post } from "@/lib/email/post";
import { env } from "@/lib/env";
import { job } from "@/lib/jobs/job";
import { sealConfirmation } from "./link";

/** Sends somebody the link that confirms their address, unless it is confirmed by now. */
export const addressConfirmationJob = job("address-confirmation", {
  payload: z.object({
    user: z.uuid(),
    /** Tells the mail that was asked for from those before. */
    asked: z.string(),
    /** A path of ours that the person was on their way to. */
    next: z.string().nullable(),
  }),
  async run({ user: id, asked, next }) {
    const [user] = await db
      .select({ id: users.id, name: users.name, email: users.email, verifiedAt: users.emailVerifiedAt })
      .from(users)
      .where(eq(users.id, id));
    if (!user || user.verifiedAt) return;
    const { APP_URL, CONFIRMATION_HOURS: hours } = env();
    const until = Math.floor(Date.now() / 1000) + hours * 3600;
    const token = sealConfirmation({ userId: id, email: user.email }, until);
    const query = next ? `?${new URLSearchParams({ next })}` : "";
    const { addressConfirmation } = await import("./letter");
    const letter = addressConfirmation(`${APP_URL}/confirm/${token}${query}`, hours);
    await post({ key: `address-confirmation.${id}.${asked}`, to: user, letter });
  },
});
