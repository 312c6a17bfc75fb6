"use client";

import { TextField } from "@/components/ui/text-field";
import { AuthForm } from "./auth-form";
import { ChosenPasswordField } from "./fields";
import type { AuthFormAction } from "./form-state";

type SignUpFormProps = {
  action: AuthFormAction;
  next: string | undefined;
  /** What a password must be, in words. */
  passwordRule: string;
};

/** Name, e-mail and password; signs the new person in and goes on to `next`. */
export function SignUpForm({ action, next, passwordRule }: SignUpFormProps) {
  return (
    <AuthForm
      action={action}
      next={next}
      button={{ label: "Create my account", pending: "Making your account" }}
    >
      {({ values, errors }) => (
        <>
          <TextField
            id="name"
            label="Your name"
            autoComplete="name"
            required
            defaultValue={values.name}
            error={errors.name}
          />
          <TextField
            id="email"
            type="email"
            label="E-mail address"
            autoComplete="email"
            required
            defaultValue={values.email}
            error={errors.email}
          />
          <ChosenPasswordField label="Password" rule={passwordRule} error={errors.password} />
        </>
      )}
    </AuthForm>
  );
}
