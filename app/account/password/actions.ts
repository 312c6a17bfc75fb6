"use server";

import { headers } from "next/headers";
import type { AuthFormState } from "@/components/auth/form-state";
import { fieldErrors, typedValues } from "@/components/auth/read-form";
import { refusalInWords, unavailable } from "@/components/auth/refusals";
import { addressOf } from "@/lib/auth/address";
import { changePassword } from "@/lib/auth/change-password";
import { changePasswordForm } from "@/lib/auth/forms";
import { requireUser, startSession } from "@/lib/auth/session";
import { answer } from "../answer";

/** Changes the signed-in person's password; this browser stays signed in, no other does. */
export async function change(_state: AuthFormState, form: FormData): Promise<AuthFormState> {
  const { email } = await requireUser("/account/password");
  const values = typedValues(form);
  const typed = changePasswordForm.safeParse(Object.fromEntries(form));
  if (!typed.success) return { values, errors: fieldErrors(typed.error) };
  const changed = await changePassword(email, typed.data, addressOf(await headers())).catch(unavailable);
  if (!changed.ok && changed.reason === "mismatch") {
    return { values, errors: { current: "This isn't your password" } };
  }
  if (!changed.ok) return { values, ...refusalInWords(changed) };
  await startSession(changed.owner);
  answer("password_changed");
}
