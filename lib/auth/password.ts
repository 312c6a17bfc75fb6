import { randomUUID } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";

/** OWASP's first choice for Argon2id: https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

let decoy: Promise<string> | undefined;

/** The Argon2id hash to store, with its salt and cost inside. */
export function hashPassword(password: string): Promise<string> {
  return hash(typed(password), cost);
}

/**
 * Whether the password fits the stored hash. Without a hash (nobody has that e-mail) the same work is done against a
 * decoy, so that the time taken doesn't tell which e-mails have an account.
 */
export async function passwordFits(stored: string | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword(randomUUID());
  const fits = await verify(stored ?? (await decoy), typed(password));
  return fits && stored !== undefined;
}

/** One form for letters that keyboards compose differently, as NIST SP 800-63B §3.1.1.2 advises. */
function typed(password: string): string {
  return password.normalize("NFKC");
}
