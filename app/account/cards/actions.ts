"use server";

import { z } from "zod";
import type { CardBegun } from "@/components/account/save-card";
import { signInPath } from "@/lib/auth/next-path";
import { currentUser, requireUser } from "@/lib/auth/session";
import { beginCard } from "@/lib/billing/cards/begin-card";
import { type DefaultOutcome, makeCardDefault } from "@/lib/billing/cards/make-card-default";
import { type RemovalOutcome, removeCard } from "@/lib/billing/cards/remove-card";
import { orTrouble } from "@/lib/billing/trouble";
import { answer } from "../answer";

const cards = "/account/cards";
const cardForm = z.object({ card: z.string().max(200) });

type CardChange = (of: { userId: string; card: string }) => Promise<DefaultOutcome | RemovalOutcome>;

/** Begins to save the card that the form is about to send to Stripe. */
export async function addCard(toPay: boolean): Promise<CardBegun> {
  const user = await currentUser();
  if (!user) return { next: "leave", href: signInPath(`${cards}/add`) };
  const begun = await orTrouble(async () => ({
    outcome: "begun" as const,
    clientSecret: await beginCard({ userId: user.id, toPay: toPay === true }),
  }));
  if (begun.outcome === "begun") return { next: "confirm", clientSecret: begun.clientSecret };
  return { next: "stop", message: { tone: "warn", title: begun.title, text: begun.text } };
}

/** Lets one of the person's cards pay from now on. */
export async function makeDefault(form: FormData): Promise<void> {
  await change(form, makeCardDefault);
}

/** Removes one of the person's cards. */
export async function remove(form: FormData): Promise<void> {
  await change(form, removeCard);
}

/** Does something with the card that a form names, and says what became of it. */
async function change(form: FormData, work: CardChange): Promise<never> {
  const { id: userId } = await requireUser(cards);
  const typed = cardForm.safeParse(Object.fromEntries(form));
  if (!typed.success) answer("card_not_found", cards);
  const { card } = typed.data;
  return answer(await orTrouble(() => work({ userId, card })), cards);
}
