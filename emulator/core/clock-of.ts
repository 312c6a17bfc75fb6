import type { Kind } from "./kinds";
import type { Store } from "./store";

/** The kinds whose objects live on the clock of the customer they belong to. */
const OWNED: readonly Kind[] = [
  "customer",
  "checkout.session",
  "billing_portal.session",
  "subscription",
  "subscription_item",
  "subscription_schedule",
  "invoice",
  "invoiceitem",
  "credit_note",
  "payment_intent",
  "setup_intent",
  "charge",
  "refund",
  "payment_method",
];

/** The parameters that say whom a request is about. */
const NAMING: readonly string[] = [
  "charge",
  "customer",
  "from_subscription",
  "invoice",
  "payment_intent",
  "schedule",
  "subscription",
  "test_clock",
];

/** The test clock a request is about, by the ids in its address and parameters; null for the account's own time. */
export function clockOfRequest(
  store: Store,
  path: Readonly<Record<string, string>>,
  params: unknown,
): string | null {
  const given: Readonly<Record<string, unknown>> = { ...(typeof params === "object" ? params : {}) };
  const named = NAMING.map((name) => given[name]);
  for (const id of [...Object.values(path), ...named]) {
    const clock = typeof id === "string" ? clockOf(store, id) : null;
    if (clock !== null) return clock;
  }
  return null;
}

function clockOf(store: Store, id: string): string | null {
  if (store.get("test_helpers.test_clock", id)) return id;
  for (const kind of OWNED) {
    const found = store.get(kind, id);
    if (found === undefined) continue;
    const { customer, subscription, test_clock }: Readonly<Record<string, unknown>> = { ...found };
    if (typeof test_clock === "string") return test_clock;
    const owner = typeof customer === "string" ? customer : kind === "customer" ? null : subscription;
    return typeof owner === "string" ? clockOf(store, owner) : null;
  }
  return null;
}
