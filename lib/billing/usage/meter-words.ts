import { billing } from "@/billing.config";
import type { MeterKey } from "./count-use";

/** A meter's name, and one of what it counts. A meter that billing.config.ts doesn't speak of is called what it is at Stripe. */
export function meterWords(meter: string): { name: string; unit: string } {
  return isMeter(meter) ? billing.meters[meter] : { name: meter, unit: "unit" };
}

function isMeter(meter: string): meter is MeterKey {
  return Object.hasOwn(billing.meters, meter);
}
