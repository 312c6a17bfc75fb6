import { billing, type FeatureKey } from "@/billing.config";
import type { BillingConfig } from "./config";

/** billing.config.ts as what it may state, so that what it leaves out can be asked for too. */
export const configured: BillingConfig<FeatureKey> = billing;
