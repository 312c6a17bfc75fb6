"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { AuthFormState } from "@/components/auth/form-state";
import { fieldErrors, typedValues } from "@/components/auth/read-form";
import { refusalInWords, unavailable } from "@/components/auth/refusals";
import { addressOf } from "@/lib/auth/address";
import { checkCredentials } from "@/lib/auth/check-credentials";
import { signInForm } from "@/lib/auth/forms";
import { safeNext } from "@/lib/auth/next-path";
import { startSession } from "@/lib/auth/session";

export async function signIn(_state: AuthFormState, form: FormData): Promise<AuthFormState> {
  const values = typedValues(form);
  const typed = signInForm.safeParse(Object.fromEntries(form));
  if (!typed.success) return { values, errors: fieldErrors(typed.error) };
  const checked = await checkCredentials(typed.data, addressOf(await headers())).catch(unavailable);
  if (!checked.ok) return { values, ...refusalInWords(checked) };
  await startSession(checked.owner);
  redirect(safeNext(form.get("next"), "/account"));
}
