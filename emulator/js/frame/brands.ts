export interface Brand {
  name: string;
  /** How the digits are grouped when shown. */
  groups: readonly number[];
  lengths: readonly number[];
  cvcLength: number;
}

const FOURS = [4, 4, 4, 4] as const;

export const BRANDS = {
  visa: { name: "Visa", groups: FOURS, lengths: [16], cvcLength: 3 },
  mastercard: { name: "Mastercard", groups: FOURS, lengths: [16], cvcLength: 3 },
  amex: { name: "American Express", groups: [4, 6, 5], lengths: [15], cvcLength: 4 },
  discover: { name: "Discover", groups: FOURS, lengths: [16], cvcLength: 3 },
  diners: { name: "Diners Club", groups: [4, 6, 4], lengths: [14, 16], cvcLength: 3 },
  jcb: { name: "JCB", groups: FOURS, lengths: [16], cvcLength: 3 },
  unionpay: { name: "UnionPay", groups: [4, 4, 4, 4, 3], lengths: [16, 19], cvcLength: 3 },
  unknown: { name: "Card", groups: FOURS, lengths: [16], cvcLength: 3 },
} as const satisfies Record<string, Brand>;

export type BrandName = keyof typeof BRANDS;

const PREFIXES: ReadonlyArray<readonly [BrandName, RegExp]> = [
  ["visa", /^4/],
  ["mastercard", /^(5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/],
  ["amex", /^3[47]/],
  ["discover", /^(6011|64[4-9]|65)/],
  ["diners", /^(36|38|39|30[0-5])/],
  ["jcb", /^35/],
  ["unionpay", /^62/],
];

/** The brand a number begins like. */
export function brandOf(digits: string): BrandName {
  return PREFIXES.find(([, pattern]) => pattern.test(digits))?.[0] ?? "unknown";
}

/** Whether it is a card brand that the fields know. */
export function isBrand(name: unknown): name is BrandName {
  return typeof name === "string" && Object.hasOwn(BRANDS, name);
}
