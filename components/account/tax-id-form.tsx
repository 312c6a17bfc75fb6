"use client";

import { useActionState } from "react";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";

/** What an answer to the form shows again. */
export type TaxIdState = {
  type: string;
  value: string;
  error?: string;
  trouble?: { title: string; text: string };
};

type TaxIdAction = (state: TaxIdState, form: FormData) => Promise<TaxIdState>;

type TaxIdFormProps = {
  action: TaxIdAction;
  kinds: readonly { type: string; name: string; example: string }[];
};

/** Adds a tax number to the invoices. */
export function TaxIdForm({ action, kinds }: TaxIdFormProps) {
  const [state, formAction] = useActionState<TaxIdState, FormData>(action, { type: "", value: "" });
  return (
    <form action={formAction} noValidate className="space-y-6">
      {state.trouble && (
        <Notice tone="warn" title={state.trouble.title} announce>
          {state.trouble.text}
        </Notice>
      )}
      <Field id="tax_id_type" label="Kind of number">
        {(control) => (
          <Select key={state.type} {...control} name="type" defaultValue={state.type}>
            {kinds.map(({ type, name, example }) => (
              <option key={type} value={type}>
                {`${name}, like ${example}`}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <TextField
        id="tax_id"
        name="value"
        label="Number"
        autoComplete="off"
        required
        defaultValue={state.value}
        error={state.error}
      />
      <SubmitButton pendingLabel="Adding">Add this number</SubmitButton>
    </form>
  );
}
