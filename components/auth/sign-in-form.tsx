"use client";

import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { AuthFormAction } from "./form-state";
import { useAuthForm } from "./use-auth-form";

/** E-mail and password; goes on to `next` when they fit. */
export function SignInForm({ action, next }: { action: AuthFormAction; next: string | undefined }) {
  const { state, formAction, form } = useAuthForm(action);
  return (
    <form ref={form} action={formAction} noValidate className="space-y-6">
      {state.refusal && (
        <Notice tone="bad" title={state.refusal.title} announce>
          {state.refusal.text}
        </Notice>
      )}
      <TextField
        id="email"
        type="email"
        label="E-mail address"
        autoComplete="username"
        required
        defaultValue={state.values.email}
        error={state.errors.email}
      />
      <TextField
        id="password"
        type="password"
        label="Password"
        autoComplete="current-password"
        required
        error={state.errors.password}
      />
      {next && <input type="hidden" name="next" value={next} />}
      <SubmitButton pendingLabel="Signing in" className="w-full">
        Sign in
      </SubmitButton>
    </form>
  );
}
