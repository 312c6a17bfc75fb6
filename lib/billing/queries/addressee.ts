/** A person we write to. */
export type Addressee = { id: string; name: string; email: string };
