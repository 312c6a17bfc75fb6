"use client";

import { AuthForm } from "./auth-form";
import { AccountEmailField } from "./fields";
import type { AuthFormAction } from "./form-state";

/** The e-mail to which a link to a new password goes. */
export function ForgottenForm({ action, next }: { action: AuthFormAction; next: string | undefined }) {
  return (
    <AuthForm action={action} next={next} button={{ label: "Send me a link", pending: "Sending it" }}>
      {({ values, errors }) => <AccountEmailField value={values.email} error={errors.email} />}
    </AuthForm>
  );
}
