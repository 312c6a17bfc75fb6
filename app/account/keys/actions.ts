"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import type { KeyFormState } from "@/components/keys/key-form-state";
import { requireUser } from "@/lib/auth/session";
import { createApiKey, MOST_KEYS } from "@/lib/billing/keys/create-api-key";
import { revokeApiKey } from "@/lib/billing/keys/revoke-api-key";
import { orTrouble } from "@/lib/billing/trouble";
import { answer } from "../answer";

const page = "/account/keys";
const keyName = z
  .string()
  .trim()
  .min(1, "Enter a name.")
  .max(60, "A name has at most 60 characters.")
  .refine((text) => !/\p{Cc}/u.test(text), "A name has to stand on one line.");

/** Makes a key; the answer is the only one that shows it. */
export async function makeKey(_state: KeyFormState, form: FormData): Promise<KeyFormState> {
  const { id: userId } = await requireUser(page);
  const typed = keyName.safeParse(form.get("name"));
  const given = String(form.get("name") ?? "").slice(0, 200);
  if (!typed.success) return { name: given, error: typed.error.issues[0]?.message ?? "Enter a name." };
  const name = typed.data;
  const made = await orTrouble(() => createApiKey({ userId, name }));
  if (made.outcome === "trouble") return { name, error: `${made.title}. ${made.text}` };
  if (made.outcome === "too_many_keys")
    return { name, error: `You have ${MOST_KEYS} keys, which is as many as there can be: revoke one first.` };
  revalidatePath(page);
  return { name: "", made: { name, key: made.key } };
}

/** Ends one of the person's keys. */
export async function revoke(form: FormData): Promise<void> {
  const { id: userId } = await requireUser(page);
  const id = String(form.get("id") ?? "");
  answer(await orTrouble(() => revokeApiKey({ userId, id })), page);
}
