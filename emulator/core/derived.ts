import type { Held } from "./kinds";
import type { Store } from "./store";

type Derive = (store: Store, id: string) => unknown;

/** Fields that an object shows when they are expanded and that follow from others, by kind and name; undefined where they are as they are. */
export const DERIVED: Readonly<Record<string, Readonly<Record<string, Derive>>>> = {
  customer: {
    invoice_credit_balance: (store, id) => creditOf(store.must("customer", id)),
    sources: () => [],
    subscriptions: (store, id) =>
      store
        .list("subscription", "customer", id)
        .filter(({ status }) => status !== "canceled" && status !== "incomplete_expired")
        .map((subscription) => subscription.id),
    tax: (store, id) => taxOf(store.must("customer", id)),
    tax_ids: (store, id) => store.list("tax_id", "customer", id).map((taxId) => taxId.id),
  },
  discount: {
    source: (store, id) => {
      const coupon = store.get("discount", id)?.former;
      return coupon && { coupon, type: "coupon" };
    },
  },
};

/** What the customer has to their credit, by currency: there the sign is the other way round. */
function creditOf({ balance, currency }: Held<"customer">): Readonly<Record<string, number>> {
  return balance === 0 ? {} : { [currency ?? "usd"]: -balance };
}

/** Taxes aren't counted by Stripe here: where a customer is decides nothing. */
function taxOf({ address }: Held<"customer">): NonNullable<Held<"customer">["tax"]> {
  const country = address?.country;
  return {
    automatic_tax: country ? "not_collecting" : "unrecognized_location",
    ip_address: null,
    location: country ? { country, source: "billing_address", state: address.state } : null,
    provider: "stripe",
  };
}
