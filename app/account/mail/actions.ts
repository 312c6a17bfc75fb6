"use server";

import { revalidatePath } from "next/cache";
import { requireUser } from "@/lib/auth/session";
import { choose } from "@/lib/email/choose";

/** Takes the signed-in person's choice. */
export async function chooseOwn(form: FormData): Promise<void> {
  const { id } = await requireUser("/account/mail");
  await choose(id, form);
  revalidatePath("/account/mail");
}
