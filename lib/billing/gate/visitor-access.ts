import "server-only";
import { cache } from "react";
import { currentUser } from "@/lib/auth/session";
import { accessFor } from "../access";

/** Who sent this request, and what is open to them. However many gates a request passes, the database is asked once. */
export const visitorAccess = cache(async () => {
  const user = await currentUser();
  return { user, access: await accessFor(user?.id ?? null) };
});
