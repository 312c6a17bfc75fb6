"use server";

import { revalidatePath } from "next/cache";
import { notFound } from "next/navigation";
import { z } from "zod";
import { readChoice } from "@/lib/email/choice-token";
import { choose } from "@/lib/email/choose";

/** Whoever calls an action can send it anything. */
const linkToken = z.string().max(300).catch("");

/** Takes a choice from whoever holds a mail's link, signed in or not. */
export async function chooseByLink(given: string, form: FormData): Promise<void> {
  const token = linkToken.parse(given);
  const choice = readChoice(token);
  if (!choice) notFound();
  await choose(choice.userId, form);
  revalidatePath(`/mail/${token}`);
}
