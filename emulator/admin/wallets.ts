import type { Account } from "../core/account";
import { invalidRequest } from "../core/errors";

const WALLETS: readonly unknown[] = ["apple_pay", "google_pay", "link"];

/** Says with `{ wallets }`, a list or names between commas, which buttons the Express Checkout Element shows. */
export function setWallets(account: Account, body: unknown): { readonly wallets: readonly string[] } {
  const { wallets: given }: Record<string, unknown> = { ...(typeof body === "object" ? body : {}) };
  const wallets = typeof given === "string" ? given.split(",").filter((name) => name !== "") : given;
  if (!Array.isArray(wallets) || !wallets.every((name) => WALLETS.includes(name))) {
    throw invalidRequest(`wallets must be a list of ${WALLETS.join(", ")}`, { param: "wallets" });
  }
  account.run(({ store }) =>
    store.put("_state", { offset: 0, ...store.get("_state", "state"), id: "state", wallets }),
  );
  return { wallets };
}
