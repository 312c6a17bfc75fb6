"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { AuthFormState } from "@/components/auth/form-state";
import { fieldErrors, typedValues } from "@/components/auth/read-form";
import { refusalInWords, unavailable } from "@/components/auth/refusals";
import { addressOf } from "@/lib/auth/address";
import { createAccount } from "@/lib/auth/create-account";
import { signUpForm } from "@/lib/auth/forms";
import { safeNext } from "@/lib/auth/next-path";
import { startSession } from "@/lib/auth/session";

export async function signUp(_state: AuthFormState, form: FormData): Promise<AuthFormState> {
  const values = typedValues(form);
  const typed = signUpForm.safeParse(Object.fromEntries(form));
  if (!typed.success) return { values, errors: fieldErrors(typed.error) };
  const next = safeNext(form.get("next"), "/pricing");
  const created = await createAccount(typed.data, addressOf(await headers()), next).catch(unavailable);
  if (!created.ok) return { values, ...refusalInWords(created) };
  await startSession(created.owner);
  redirect(next);
}
