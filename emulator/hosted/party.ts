import type { Held } from "../core/kinds";

type Address = Held<"invoice">["customer_address"];

/** An address as the lines of an envelope, without those that say nothing. */
export function addressLines(address: Address): string[] {
  if (!address) return [];
  const { line1, line2, city, state, postal_code, country } = address;
  const town = [city, [state, postal_code].filter(Boolean).join(" ")].filter(Boolean).join(", ");
  return [line1, line2, town, country].flatMap((line) => (line ? [line] : []));
}
