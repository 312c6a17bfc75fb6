const names = new Map([
  ["visa", "Visa"],
  ["mastercard", "Mastercard"],
  ["amex", "American Express"],
  ["discover", "Discover"],
  ["diners", "Diners Club"],
  ["jcb", "JCB"],
  ["unionpay", "UnionPay"],
  ["link", "Link"],
]);

/** A card as its owner calls it: "Visa ending in 4242". */
export function cardName({ brand, last4 }: { brand: string; last4: string | null }): string {
  const name = names.get(brand) ?? `${brand.charAt(0).toUpperCase()}${brand.slice(1).replaceAll("_", " ")}`;
  return last4 === null ? name : `${name} ending in ${last4}`;
}
