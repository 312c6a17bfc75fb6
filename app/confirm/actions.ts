"use server";

import { revalidatePath } from "next/cache";
import { notFound, redirect } from "next/navigation";
import { z } from "zod";
import { askedInWords, type Said } from "@/components/confirmation/words";
import { askAgain } from "@/lib/auth/confirmation/ask";
import { safeNext } from "@/lib/auth/next-path";
import { requireUser } from "@/lib/auth/session";
import { confirmOwnAddress } from "@/lib/billing/trials/confirm-own-address";

/** Whoever calls an action can send it anything. */
const linkToken = z.string().max(300).catch("");

/** Confirms the address that a mail's link was sent to, for whoever holds it, signed in or not. */
export async function confirm(given: string, next: string): Promise<never> {
  const token = linkToken.parse(given);
  const link = await confirmOwnAddress(token);
  if (link.state === "unknown") notFound();
  revalidatePath("/", "layout");
  redirect(`/confirm/${token}?${new URLSearchParams({ next: safeNext(next, "/account") })}`);
}

/** Has the signed-in person's link sent again. */
export async function sendLinkAgain(_said: Said | null, form: FormData): Promise<Said> {
  const next = safeNext(form.get("next"), "/account");
  const user = await requireUser(next);
  const asked = await askAgain(user, next).catch(unavailable);
  if (asked !== "trouble" && asked.ok && !asked.sent) revalidatePath("/", "layout");
  return askedInWords(asked, user.email);
}

function unavailable(cause: unknown): "trouble" {
  console.error("A link to confirm an address can't be asked for:", cause);
  return "trouble";
}
