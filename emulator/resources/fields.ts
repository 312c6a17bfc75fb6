/** How parameters change the fields of an object that is there. */

/** A parameter's value for a field: absent leaves what was, an empty string makes it null. */
export function settled<T>(given: T | "" | undefined, present: T | null): T | null {
  if (given === undefined) return present;
  return given === "" ? null : given;
}

/** An address as Stripe keeps it. */
export interface Address {
  readonly city: string | null;
  readonly country: string | null;
  readonly line1: string | null;
  readonly line2: string | null;
  readonly postal_code: string | null;
  readonly state: string | null;
}

type AddressGiven = { readonly [Field in keyof Address]?: string };

const NO_ADDRESS: Address = {
  city: null,
  country: null,
  line1: null,
  line2: null,
  postal_code: null,
  state: null,
};

/** An address after a request: each part given replaces that part. */
export function mergeAddress(given: AddressGiven, present: Address | null): Address {
  const before = present ?? NO_ADDRESS;
  return {
    city: settled(given.city, before.city),
    country: settled(given.country, before.country),
    line1: settled(given.line1, before.line1),
    line2: settled(given.line2, before.line2),
    postal_code: settled(given.postal_code, before.postal_code),
    state: settled(given.state, before.state),
  };
}
