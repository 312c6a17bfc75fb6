"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { isReason } from "@/components/account/cancel-words";
import { requireUser } from "@/lib/auth/session";
import { openPortal } from "@/lib/billing/open-portal";
import { cancelSubscription } from "@/lib/billing/subscription/cancel-subscription";
import { endSecondSubscription } from "@/lib/billing/subscription/end-second-subscription";
import { goOnAfterTrial } from "@/lib/billing/subscription/go-on-after-trial";
import { keepSubscription } from "@/lib/billing/subscription/keep-subscription";
import { ownWords } from "@/lib/billing/subscription/own-words";
import { pauseSubscription } from "@/lib/billing/subscription/pause-subscription";
import { resumeSubscription } from "@/lib/billing/subscription/resume-subscription";
import { orTrouble } from "@/lib/billing/trouble";
import { answer } from "./answer";

const cancelForm = z.object({
  seen: z.string().max(100),
  when: z.enum(["period_end", "now"]),
  feedback: z.unknown().transform((value) => (isReason(value) ? value : null)),
  comment: ownWords,
});
const goOnForm = z.object({ seen: z.string().max(100) });
const secondForm = z.object({ subscription: z.string().max(200) });
const pauseForm = z.object({ seen: z.string().max(100), periods: z.coerce.number() });

/** Lets the person's subscription end. A session that has expired meanwhile leads to signing in. */
export async function cancel(form: FormData): Promise<void> {
  const { id: userId } = await requireUser("/account/cancel");
  const typed = cancelForm.safeParse(Object.fromEntries(form));
  if (!typed.success) answer("changed");
  answer(await orTrouble(() => cancelSubscription({ userId, ...typed.data })));
}

/** Takes a cancellation back. */
export async function keep(): Promise<void> {
  const { id } = await requireUser("/account");
  answer(await orTrouble(() => keepSubscription(id)));
}

/** Lets the person's subscription rest for some months. */
export async function pause(form: FormData): Promise<void> {
  const { id: userId } = await requireUser("/account/pause");
  const typed = pauseForm.safeParse(Object.fromEntries(form));
  if (!typed.success) answer("changed");
  answer(await orTrouble(() => pauseSubscription({ userId, ...typed.data })));
}

/** Takes a pause back. */
export async function resume(): Promise<void> {
  const { id } = await requireUser("/account");
  answer(await orTrouble(() => resumeSubscription(id)));
}

/** Lets a plan go on that waits since its trial ended without a card. */
export async function goOn(form: FormData): Promise<void> {
  const { id: userId } = await requireUser("/account/go-on");
  const typed = goOnForm.safeParse(Object.fromEntries(form));
  if (!typed.success) answer("changed");
  const went = await orTrouble(() => goOnAfterTrial({ userId, ...typed.data }));
  if (went.outcome === "to_be_paid") redirect(`/account/invoices/${went.invoice}/pay`);
  answer(went, went.outcome === "no_card_yet" ? "/account/go-on" : "/account");
}

/** Ends a subscription that the person has beside their plan. */
export async function endSecond(form: FormData): Promise<void> {
  const { id: userId } = await requireUser("/account");
  const typed = secondForm.safeParse(Object.fromEntries(form));
  if (!typed.success) answer("no_second");
  answer(await orTrouble(() => endSecondSubscription({ userId, ...typed.data })));
}

/** Sends the person to Stripe's own page of their cards and invoices. */
export async function openPortalPage(): Promise<void> {
  const { id } = await requireUser("/account");
  const opened = await orTrouble(() => openPortal(id));
  if (opened.outcome === "portal") redirect(opened.url);
  answer(opened);
}
