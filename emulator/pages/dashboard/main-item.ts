import type { Json } from "../backend";
import { recordsAt, textAt } from "../json";

/** The item that a subscription is for, beside what is counted with it. */
export function mainItem(subscription: Json): Json {
  const items = recordsAt(subscription, "items.data");
  const fixed = items.find((item) => textAt(item, "price.recurring.usage_type") !== "metered");
  return fixed ?? items[0] ?? {};
}
