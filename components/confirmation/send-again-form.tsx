"use client";

import { useActionState } from "react";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Said } from "./words";

type SendAgainFormProps = {
  action: (said: Said | null, form: FormData) => Promise<Said>;
  /** Where the link leads on to. */
  next: string;
};

/** One button that has the link sent again that confirms an address. Works before JavaScript arrives. */
export function SendAgainForm({ action, next }: SendAgainFormProps) {
  const [said, formAction] = useActionState(action, null);
  return (
    <form action={formAction} className="space-y-4">
      <input type="hidden" name="next" value={next} />
      <SubmitButton variant="quiet" pendingLabel="Sending the link">
        Send the link again
      </SubmitButton>
      {said && (
        <Notice tone={said.tone} title={said.title} announce>
          {said.text}
        </Notice>
      )}
    </form>
  );
}
