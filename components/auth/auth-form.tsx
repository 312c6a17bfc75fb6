"use client";

import { type ReactNode, useActionState, useEffect, useRef } from "react";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { type AuthFormAction, type AuthFormState, untouched } from "./form-state";

type AuthFormProps = {
  action: AuthFormAction;
  /** The page to go on to; the form's action checks it. */
  next: string | undefined;
  /** What the button says, and what it says while the answer is awaited. */
  button: { label: string; pending: string };
  /** The fields, as the last answer left them. */
  children: (state: AuthFormState) => ReactNode;
};

/** Signing in or up: why it was refused, the fields, the button. After a refusal the first field at fault has the focus. */
export function AuthForm({ action, next, button, children }: AuthFormProps) {
  const [state, formAction] = useActionState(action, untouched);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (state === untouched) return;
    form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus();
  }, [state]);
  return (
    <form ref={form} action={formAction} noValidate className="space-y-6">
      {state.refusal && (
        <Notice tone="bad" title={state.refusal.title} announce>
          {state.refusal.text}
        </Notice>
      )}
      {children(state)}
      {next && <input type="hidden" name="next" value={next} />}
      <SubmitButton pendingLabel={button.pending} className="w-full">
        {button.label}
      </SubmitButton>
    </form>
  );
}
