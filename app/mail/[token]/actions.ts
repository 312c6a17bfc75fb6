"use server";

import { revalidatePath } from "next/cache";
import { notFound } from "next/navigation";
import { readChoice } from "@/lib/email/choice-token";
import { choose } from "@/lib/email/choose";

/** Takes a choice from whoever holds a mail's link, signed in or not. */
export async function chooseByLink(token: string, form: FormData): Promise<void> {
  const choice = readChoice(token);
  if (!choice) notFound();
  await choose(choice.userId, form);
  revalidatePath(`/mail/${token}`);
}
