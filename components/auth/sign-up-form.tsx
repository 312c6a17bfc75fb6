"use client";

import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { AuthFormAction } from "./form-state";
import { useAuthForm } from "./use-auth-form";

type SignUpFormProps = {
  action: AuthFormAction;
  next: string | undefined;
  /** What a password must be, in words. */
  passwordRule: string;
};

/** Name, e-mail and password; signs the new person in and goes on to `next`. */
export function SignUpForm({ action, next, passwordRule }: SignUpFormProps) {
  const { state, formAction, form } = useAuthForm(action);
  return (
    <form ref={form} action={formAction} noValidate className="space-y-6">
      {state.refusal && (
        <Notice tone="bad" title={state.refusal.title} announce>
          {state.refusal.text}
        </Notice>
      )}
      <TextField
        id="name"
        label="Your name"
        autoComplete="name"
        required
        defaultValue={state.values.name}
        error={state.errors.name}
      />
      <TextField
        id="email"
        type="email"
        label="E-mail address"
        autoComplete="email"
        required
        defaultValue={state.values.email}
        error={state.errors.email}
      />
      <TextField
        id="password"
        type="password"
        label="Password"
        hint={passwordRule}
        autoComplete="new-password"
        required
        error={state.errors.password}
      />
      {next && <input type="hidden" name="next" value={next} />}
      <SubmitButton pendingLabel="Making your account" className="w-full">
        Create my account
      </SubmitButton>
    </form>
  );
}
