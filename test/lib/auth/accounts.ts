import { randomUUID } from "node:crypto";
import { createAccount } from "@/lib/auth/create-account";
import type { SignUpForm } from "@/lib/auth/forms";

/** A person nobody else in the run is. */
export function somebody(changes: Partial<SignUpForm> = {}): SignUpForm {
  return {
    name: "Ada Reader",
    email: `${randomUUID()}@example.com`,
    password: "three quiet words",
    ...changes,
  };
}

/** A network address no other test counts attempts from. */
export function someAddress(): string {
  return `test-${randomUUID()}`;
}

/** Signs a person up and returns whose account it is. */
export async function signedUp(person: SignUpForm) {
  const created = await createAccount(person, someAddress());
  if (!created.ok) throw new Error(`Not signed up: ${created.reason}`);
  return created.owner;
}
