import type { Kind } from "./documents";

/** The mirror's tables in schema `stripe`, for what bypasses the mirror. */
export const tables: Record<Kind, string> = {
  charge: "charges",
  customer: "customers",
  invoice: "invoices",
  payment_intent: "payment_intents",
  subscription: "subscriptions",
};
