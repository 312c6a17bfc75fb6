import type { ComponentProps } from "react";
import { Field } from "./field";
import { Input } from "./input";

type TextFieldProps = ComponentProps<"input"> & {
  id: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
};

/** The usual field: one line of text. `name` falls back to the id. */
export function TextField({ id, label, hint, error, name = id, ...input }: TextFieldProps) {
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      {(control) => <Input {...input} {...control} name={name} />}
    </Field>
  );
}
