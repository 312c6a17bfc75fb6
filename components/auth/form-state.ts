export type FieldName = "name" | "email" | "current" | "password";

/** What an answer to a form about signing in shows again. Passwords are never sent back. */
export type AuthFormState = {
  values: { name: string; email: string };
  errors: Partial<Record<FieldName, string>>;
  refusal?: { title: string; text: string };
};

export type AuthFormAction = (state: AuthFormState, form: FormData) => Promise<AuthFormState>;

export const untouched: AuthFormState = { values: { name: "", email: "" }, errors: {} };
