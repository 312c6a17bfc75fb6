"use client";

import { TextField } from "@/components/ui/text-field";
import { AuthForm } from "./auth-form";
import { ChosenPasswordField } from "./fields";
import type { AuthFormAction } from "./form-state";

type PasswordFormProps = {
  action: AuthFormAction;
  next?: string | undefined;
  /** What a password must be, in words. */
  passwordRule: string;
  /** Whether the password there is has to be given. */
  askCurrent?: boolean;
};

/** A new password, in place of one that is known or forgotten. */
export function PasswordForm({ action, next, passwordRule, askCurrent = false }: PasswordFormProps) {
  return (
    <AuthForm action={action} next={next} button={{ label: "Set my new password", pending: "Setting it" }}>
      {({ errors }) => (
        <>
          {askCurrent && (
            <TextField
              id="current"
              type="password"
              label="Your password now"
              autoComplete="current-password"
              required
              error={errors.current}
            />
          )}
          <ChosenPasswordField label="New password" rule={passwordRule} error={errors.password} />
        </>
      )}
    </AuthForm>
  );
}
