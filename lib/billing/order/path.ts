import type { Order } from "./order";

/** The checkout of an order: its price, named by its lookup key or id, and what is asked for beside it. */
export function checkoutPath(order: Pick<Order, "price"> & Partial<Order>, on?: "here" | "stripe"): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...order, on })) if (value) query.set(name, value);
  return `/checkout?${query}`;
}
