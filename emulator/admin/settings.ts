import { retriesOf } from "../billing/invoices/retries";
import type { Account } from "../core/account";
import type { RetryPolicy } from "../core/records";

/** What Stripe leaves to the settings of an account. */
export interface Settings {
  readonly retries: RetryPolicy;
  /** Whether what is on a test clock stays as it is while the clock is being advanced. */
  readonly strict: boolean;
  readonly wallets: readonly string[];
}

/** An account's settings as they are, those that nobody has changed too. */
export function settingsView({ store }: Account): Settings {
  const { lenientClocks = false, wallets = [] } = store.get("_state", "state") ?? {};
  return { retries: retriesOf(store), strict: !lenientClocks, wallets };
}
