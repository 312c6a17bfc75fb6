import { z } from "zod";
import type { AuthFormState, FieldName } from "./form-state";

const worthKeeping = 300;

/** What somebody typed, to show again; a text too long to be meant is dropped. */
export function typedValues(form: FormData): AuthFormState["values"] {
  const kept = (field: FieldName) => {
    const value = form.get(field);
    return typeof value === "string" && value.length <= worthKeeping ? value : "";
  };
  return { name: kept("name"), email: kept("email") };
}

/** The first fault of each field, in its words. */
export function fieldErrors(error: z.ZodError<{ [field in FieldName]?: unknown }>): AuthFormState["errors"] {
  const faults = z.flattenError(error).fieldErrors;
  return Object.fromEntries(Object.entries(faults).map(([field, [first]]) => [field, first]));
}
