import type { SectionName } from "./sections";

/** Each id's beginning names its section. */
const PREFIXES: Readonly<Record<string, SectionName>> = {
  cus: "customers",
  sub: "subscriptions",
  in: "invoices",
  pi: "payment_intents",
  pm: "payment_methods",
  ch: "charges",
  re: "refunds",
  du: "disputes",
  promo: "promotion_codes",
  seti: "setup_intents",
  prod: "products",
  price: "prices",
  feat: "features",
  evt: "events",
  we: "webhook_endpoints",
  bpc: "portal_configurations",
  clock: "test_clocks",
  cn: "credit_notes",
  cs: "checkout_sessions",
  ii: "invoiceitems",
  mtr: "meters",
  shr: "shipping_rates",
  sub_sched: "subscription_schedules",
  txr: "tax_rates",
};

/** Kinds whose ids have no beginning of their own. */
const UNMARKED: Readonly<Record<string, SectionName>> = { coupon: "coupons" };

/** The section an id belongs to, told by its beginning or by what it is; null for kinds that have no page. */
export function sectionOf(id: string, kind = ""): SectionName | null {
  if (Object.hasOwn(UNMARKED, kind)) return UNMARKED[kind] ?? null;
  const prefix = /^(sub_sched|[a-z]+)_/.exec(id)?.[1];
  return prefix !== undefined && Object.hasOwn(PREFIXES, prefix) ? (PREFIXES[prefix] ?? null) : null;
}
