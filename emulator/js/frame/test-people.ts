/** Cards in the wallet of the stand-in: one that pays, and those a checkout has to cope with. */
export const TEST_CARDS = [
  { number: "4242424242424242", name: "Visa •••• 4242, pays" },
  { number: "4000000000000002", name: "Visa •••• 0002, is declined" },
  { number: "4000002760003184", name: "Visa •••• 3184, asks for 3-D Secure" },
] as const;

/** Addresses in the wallet of the stand-in. */
export const TEST_ADDRESSES = [
  {
    line1: "354 Oyster Point Blvd",
    line2: null,
    city: "South San Francisco",
    state: "CA",
    postal_code: "94080",
    country: "US",
  },
  {
    line1: "10 Downing Street",
    line2: null,
    city: "London",
    state: "",
    postal_code: "SW1A 2AA",
    country: "GB",
  },
] as const;

export const TEST_NAME = "Ada Lovelace";
export const TEST_PHONE = "+14155550100";
export const TEST_EMAIL = "ada@example.com";
