"use client";

import { useActionState, useEffect, useRef } from "react";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { Details } from "@/lib/billing/details/details";
import type { DetailsAction, DetailsState } from "./details-state";

type DetailsFormProps = {
  action: DetailsAction;
  details: Details;
  countries: { code: string; name: string }[];
};

/** Name and address as they stand on invoices. */
export function DetailsForm({ action, details, countries }: DetailsFormProps) {
  const [state, formAction] = useActionState<DetailsState, FormData>(action, { values: details, errors: {} });
  const form = useRef<HTMLFormElement>(null);
  const { values, errors, trouble } = state;
  useEffect(() => {
    if (Object.keys(errors).length > 0) form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus();
  }, [errors]);
  const text = (field: keyof Details, label: string, autoComplete: string, hint?: string) => (
    <TextField
      id={field}
      label={label}
      autoComplete={`billing ${autoComplete}`}
      defaultValue={values[field]}
      error={errors[field]}
      hint={hint}
    />
  );
  return (
    <form ref={form} action={formAction} noValidate className="space-y-6">
      {trouble && (
        <Notice tone="warn" title={trouble.title} announce>
          {trouble.text}
        </Notice>
      )}
      {text("name", "Name", "name", "Yours, or your company's.")}
      {text("line1", "Street and number", "address-line1")}
      {text("line2", "Second line of the address", "address-line2")}
      <div className="grid gap-6 sm:grid-cols-[10rem_1fr]">
        {text("postalCode", "Postal code", "postal-code")}
        {text("city", "City", "address-level2")}
      </div>
      {text("state", "State or province", "address-level1")}
      <Field id="country" label="Country" error={errors.country}>
        {(control) => (
          <Select
            key={values.country}
            {...control}
            name="country"
            autoComplete="billing country"
            defaultValue={values.country}
          >
            <option value="">Not given</option>
            {countries.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <SubmitButton pendingLabel="Saving">Save these details</SubmitButton>
    </form>
  );
}
