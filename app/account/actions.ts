"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { isReason } from "@/components/account/cancel-words";
import { requireUser } from "@/lib/auth/session";
import { cancelSubscription } from "@/lib/billing/cancel-subscription";
import { keepSubscription } from "@/lib/billing/keep-subscription";
import { openPortal } from "@/lib/billing/open-portal";
import { pauseSubscription } from "@/lib/billing/pause-subscription";
import { resumeSubscription } from "@/lib/billing/resume-subscription";
import { orTrouble } from "@/lib/billing/trouble";
import { answer } from "./answer";

const cancelForm = z.object({
  seen: z.string().max(100),
  when: z.enum(["period_end", "now"]),
  feedback: z.unknown().transform((value) => (isReason(value) ? value : null)),
  comment: z.string().trim().max(500).catch(""),
});
const pauseForm = z.object({ seen: z.string().max(100), periods: z.coerce.number() });

/** Lets the person's subscription end. A session that has expired meanwhile leads to signing in. */
export async function cancel(form: FormData): Promise<void> {
  const { id: userId } = await requireUser("/account/cancel");
  const typed = cancelForm.safeParse(Object.fromEntries(form));
  if (!typed.success) answer("changed");
  answer((await orTrouble(() => cancelSubscription({ userId, ...typed.data }))).outcome);
}

/** Takes a cancellation back. */
export async function keep(): Promise<void> {
  const { id } = await requireUser("/account");
  answer((await orTrouble(() => keepSubscription(id))).outcome);
}

/** Lets the person's subscription rest for some months. */
export async function pause(form: FormData): Promise<void> {
  const { id: userId } = await requireUser("/account/pause");
  const typed = pauseForm.safeParse(Object.fromEntries(form));
  if (!typed.success) answer("changed");
  answer((await orTrouble(() => pauseSubscription({ userId, ...typed.data }))).outcome);
}

/** Takes a pause back. */
export async function resume(): Promise<void> {
  const { id } = await requireUser("/account");
  answer((await orTrouble(() => resumeSubscription(id))).outcome);
}

/** Sends the person to Stripe's own page of their cards and invoices. */
export async function openPortalPage(): Promise<void> {
  const { id } = await requireUser("/account");
  const opened = await orTrouble(() => openPortal(id));
  if (opened.outcome === "portal") redirect(opened.url);
  answer(opened.outcome);
}
