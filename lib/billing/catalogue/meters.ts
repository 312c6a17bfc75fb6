import type { MeterConfig } from "@/lib/billing/config";
import { stripe } from "@/lib/stripe/client";
import type { Change, Known } from "./change";

/**
 * What is to be done so that Stripe counts what is used, by event name. How a meter counts can't be changed.
 * https://docs.stripe.com/billing/subscriptions/usage-based/meters/configure
 */
export async function meterChanges(
  wanted: Readonly<Record<string, Pick<MeterConfig<string>, "name">>>,
  { meters }: Known,
): Promise<Change[]> {
  const names = Object.entries(wanted);
  if (names.length === 0) return [];
  const found = new Map<string, { id: string; name: string }>();
  for await (const { id, event_name, display_name } of stripe().billing.meters.list({ status: "active" })) {
    found.set(event_name, { id, name: display_name });
  }
  return names.flatMap(([key, { name }]) => {
    const meter = found.get(key);
    if (meter) meters.set(key, meter.id);
    if (meter?.name === name) return [];
    const make = async () => {
      if (meter) await stripe().billing.meters.update(meter.id, { display_name: name });
      else meters.set(key, await createMeter(key, name));
    };
    return [{ says: `${meter ? "update" : "create"} meter ${key}: ${name}`, make }];
  });
}

async function createMeter(event_name: string, display_name: string): Promise<string> {
  const { id } = await stripe().billing.meters.create({
    event_name,
    display_name,
    default_aggregation: { formula: "sum" },
    customer_mapping: { type: "by_id", event_payload_key: "stripe_customer_id" },
    value_settings: { event_payload_key: "value" },
  });
  return id;
}
