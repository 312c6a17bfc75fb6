import { json } from "../api/answers";

type Fields = Readonly<Record<string, unknown>>;

/** A version from before periods moved to items and payments out of invoices: https://docs.stripe.com/changelog/basil */
const OLDER_VERSION = "2024-06-20";

/** What an object was like in that version, by what it is; the others differ in nothing that matters. */
const OLDER: Readonly<Record<string, (object: Fields) => Fields>> = {
  subscription: (subscription) => {
    const items = fieldsOf(subscription.items);
    const data = Array.isArray(items.data) ? items.data.map(fieldsOf) : [];
    const { current_period_start, current_period_end } = data[0] ?? {};
    const older = data.map(({ current_period_start: _start, current_period_end: _end, ...item }) => item);
    return { ...subscription, current_period_start, current_period_end, items: { ...items, data: older } };
  },
  invoice: ({ parent, ...invoice }) => ({
    ...invoice,
    paid: invoice.status === "paid",
    payment_intent: null,
    subscription: fieldsOf(fieldsOf(parent).subscription_details).subscription ?? null,
  }),
};

/** An event's body as an endpoint of an older API version gets it. */
export function inOlderVersion(body: string): string {
  const event = fieldsOf(JSON.parse(body));
  const data = fieldsOf(event.data);
  const object = fieldsOf(data.object);
  const older = OLDER[String(object.object)] ?? ((same) => same);
  return json({ ...event, api_version: OLDER_VERSION, data: { ...data, object: older(object) } });
}

function fieldsOf(value: unknown): Fields {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
