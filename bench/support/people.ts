import { createHash } from "node:crypto";

/**
 * The customers of a benchmark are numbers from 1 on. Their ids are hashes of these, in no order, as ids are
 * that somebody comes back with; `seed.ts` makes the same ones in SQL.
 */
export type Person = { user: string; customer: string; subscription: string };

/** The ids of a customer, the customer's user and subscription. */
export function person(number: number): Person {
  const hash = createHash("md5").update(String(number)).digest("hex");
  const user = hash.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
  const name = hash.slice(0, 24);
  return { user, customer: `cus_${name}`, subscription: `sub_${name}` };
}
