"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import type { AuthFormState } from "@/components/auth/form-state";
import { fieldErrors, typedValues } from "@/components/auth/read-form";
import { refusalInWords, unavailable } from "@/components/auth/refusals";
import { addressOf } from "@/lib/auth/address";
import { forgottenForm, newPasswordForm } from "@/lib/auth/forms";
import { askForNewPassword } from "@/lib/auth/new-password/ask";
import { chooseNewPassword } from "@/lib/auth/new-password/choose";
import { safeNext } from "@/lib/auth/next-path";
import { startSession } from "@/lib/auth/session";

/** Has a link sent to who has forgotten their password. */
export async function askForLink(_state: AuthFormState, form: FormData): Promise<AuthFormState> {
  const values = typedValues(form);
  const typed = forgottenForm.safeParse(Object.fromEntries(form));
  if (!typed.success) return { values, errors: fieldErrors(typed.error) };
  const next = safeNext(form.get("next"), "") || null;
  const address = addressOf(await headers());
  const asked = await askForNewPassword(typed.data.email, address, next).catch(unavailable);
  if (!asked.ok) return { values, ...refusalInWords(asked) };
  redirect(`/new-password?${new URLSearchParams({ said: "sent", ...(next && { next }) })}`);
}

/** Whoever calls an action can send it anything. */
const linkToken = z.string().max(300).catch("");

/** Sets the password of the account whose mail's link this is, and signs its holder in. */
export async function chooseNew(
  token: string,
  _state: AuthFormState,
  form: FormData,
): Promise<AuthFormState> {
  const values = typedValues(form);
  const typed = newPasswordForm.safeParse(Object.fromEntries(form));
  if (!typed.success) return { values, errors: fieldErrors(typed.error) };
  const chosen = await chooseNewPassword(linkToken.parse(token), typed.data.password).catch(unavailable);
  if (!chosen.ok) return { values, ...refusalInWords(chosen) };
  await startSession(chosen.owner);
  redirect(safeNext(form.get("next"), "/account?said=password_changed"));
}
