import { useActionState, useEffect, useRef } from "react";
import { type AuthFormAction, untouched } from "./form-state";

/** The state of a sign-in or sign-up form; after a refusal the first field at fault has the focus. */
export function useAuthForm(action: AuthFormAction) {
  const [state, formAction] = useActionState(action, untouched);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (state === untouched) return;
    form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus();
  }, [state]);
  return { state, formAction, form };
}
