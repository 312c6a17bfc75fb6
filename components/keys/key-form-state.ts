/** What an answer to the form for a new key shows. */
export type KeyFormState = {
  name: string;
  error?: string;
  /** The key itself: shown in this answer and in no other. */
  made?: { name: string; key: string };
};

export type KeyFormAction = (state: KeyFormState, form: FormData) => Promise<KeyFormState>;
