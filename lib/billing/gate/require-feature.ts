import "server-only";
import { redirect } from "next/navigation";
import type { FeatureKey } from "@/billing.config";
import { signInPath } from "@/lib/auth/next-path";
import type { CurrentUser } from "@/lib/auth/queries/users";
import { visitorAccess } from "./visitor-access";

/**
 * Lets nobody on to whom the feature is closed: in a page, a layout or a server action. A visitor who isn't signed in is
 * sent to sign in and comes back to `returnTo`, a path of ours; others are sent to the plans that open it.
 *
 * @returns who it is
 */
export async function requireFeature(feature: FeatureKey, returnTo: string): Promise<CurrentUser> {
  const { user, access } = await visitorAccess();
  if (!user) redirect(signInPath(returnTo));
  if (!access.can(feature)) redirect(`/pricing?for=${feature}`);
  return user;
}
