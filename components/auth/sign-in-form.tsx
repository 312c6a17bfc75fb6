"use client";

import { TextField } from "@/components/ui/text-field";
import { AuthForm } from "./auth-form";
import { AccountEmailField } from "./fields";
import type { AuthFormAction } from "./form-state";

/** E-mail and password; goes on to `next` when they fit. */
export function SignInForm({ action, next }: { action: AuthFormAction; next: string | undefined }) {
  return (
    <AuthForm action={action} next={next} button={{ label: "Sign in", pending: "Signing in" }}>
      {({ values, errors }) => (
        <>
          <AccountEmailField value={values.email} error={errors.email} />
          <TextField
            id="password"
            type="password"
            label="Password"
            autoComplete="current-password"
            required
            error={errors.password}
          />
        </>
      )}
    </AuthForm>
  );
}
