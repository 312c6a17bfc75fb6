"use client";

import { useActionState } from "react";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { KeyFormAction } from "./key-form-state";

/** Makes a key, and shows it in the answer. Works as a plain form, too. */
export function NewKeyForm({ action }: { action: KeyFormAction }) {
  const [{ name, error, made }, formAction] = useActionState(action, { name: "" });
  return (
    <form action={formAction} noValidate className="space-y-6">
      {made && (
        <Notice tone="good" title={`Your key “${made.name}”`} announce>
          <p>Copy it now: it isn't shown again, and we keep only what it takes to know it by.</p>
          <p className="mt-2 font-mono text-13 break-all text-ink select-all">{made.key}</p>
        </Notice>
      )}
      <TextField
        id="name"
        label="Name of a new key"
        hint="Where it will be used, for you to know it by."
        autoComplete="off"
        required
        defaultValue={name}
        error={error}
      />
      <SubmitButton variant={made ? "quiet" : "primary"} pendingLabel="Making your key">
        Make a key
      </SubmitButton>
    </form>
  );
}
