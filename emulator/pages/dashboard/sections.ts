import { active, code, id, moment, money, priceOf, state, text } from "./cells";
import { MORE_SECTIONS } from "./more-sections";
import { ACTIVE, CREATED, filter, OF_CLOCK, OF_CUSTOMER, type Section } from "./section";

const SUBSCRIPTION_STATUSES = [
  "active",
  "trialing",
  "past_due",
  "unpaid",
  "incomplete",
  "incomplete_expired",
  "paused",
  "canceled",
];

/** What the dashboard shows, in the order of its menu, by the name in its addresses. */
export const SECTIONS = {
  customers: {
    title: "Customers",
    collection: "/v1/customers",
    filters: [filter("email", "E-mail"), OF_CLOCK],
    columns: [["E-mail", text("email")], ["Name", text("name")], CREATED],
  },
  subscriptions: {
    title: "Subscriptions",
    collection: "/v1/subscriptions",
    query: { status: "all" },
    filters: [
      filter("status", "Status", SUBSCRIPTION_STATUSES),
      OF_CUSTOMER,
      filter("price", "Price"),
      OF_CLOCK,
    ],
    columns: [
      ["Status", state("status")],
      ["Customer", id("customer")],
      ["Price", priceOf],
      ["Until", moment("items.data.0.current_period_end")],
      CREATED,
    ],
  },
  invoices: {
    title: "Invoices",
    collection: "/v1/invoices",
    filters: [
      filter("status", "Status", ["draft", "open", "paid", "uncollectible", "void"]),
      OF_CUSTOMER,
      filter("subscription", "Subscription"),
    ],
    columns: [
      ["Status", state("status")],
      ["Total", money("total")],
      ["Number", code("number")],
      ["Customer", id("customer")],
      CREATED,
    ],
  },
  payment_intents: {
    title: "Payments",
    collection: "/v1/payment_intents",
    filters: [OF_CUSTOMER],
    columns: [
      ["Status", state("status")],
      ["Amount", money("amount")],
      ["Description", text("description")],
      ["Customer", id("customer")],
      CREATED,
    ],
  },
  charges: {
    title: "Charges",
    collection: "/v1/charges",
    filters: [OF_CUSTOMER, filter("payment_intent", "Payment")],
    columns: [
      ["Status", state("status")],
      ["Amount", money("amount")],
      ["Refunded", money("amount_refunded")],
      ["Customer", id("customer")],
      CREATED,
    ],
  },
  refunds: {
    title: "Refunds",
    collection: "/v1/refunds",
    filters: [filter("charge", "Charge")],
    columns: [["Status", state("status")], ["Amount", money("amount")], ["Charge", id("charge")], CREATED],
  },
  disputes: {
    title: "Disputes",
    collection: "/v1/disputes",
    filters: [filter("charge", "Charge")],
    columns: [
      ["Status", state("status")],
      ["Amount", money("amount")],
      ["Reason", text("reason")],
      ["Charge", id("charge")],
      CREATED,
    ],
  },
  setup_intents: {
    title: "Card set-ups",
    collection: "/v1/setup_intents",
    filters: [OF_CUSTOMER],
    columns: [["Status", state("status")], ["Customer", id("customer")], CREATED],
  },
  products: {
    title: "Products",
    collection: "/v1/products",
    filters: [ACTIVE],
    columns: [["Name", text("name")], ["State", active], CREATED],
  },
  prices: {
    title: "Prices",
    collection: "/v1/prices",
    filters: [ACTIVE, filter("product", "Product"), filter("lookup_keys[0]", "Lookup key")],
    columns: [
      ["Amount", money("unit_amount")],
      ["Every", text("recurring.interval")],
      ["Lookup key", code("lookup_key")],
      ["Product", id("product")],
      ["State", active],
      CREATED,
    ],
  },
  coupons: {
    title: "Coupons",
    collection: "/v1/coupons",
    columns: [
      ["Name", text("name")],
      ["Percent", text("percent_off")],
      ["Amount", money("amount_off")],
      ["Duration", text("duration")],
      CREATED,
    ],
  },
  promotion_codes: {
    title: "Promotion codes",
    collection: "/v1/promotion_codes",
    filters: [filter("code", "Code"), ACTIVE],
    columns: [["Code", code("code")], ["Coupon", code("promotion.coupon")], ["State", active], CREATED],
  },
  features: {
    title: "Features",
    collection: "/v1/entitlements/features",
    columns: [
      ["Name", text("name")],
      ["Lookup key", code("lookup_key")],
    ],
  },
  events: {
    title: "Events",
    collection: "/v1/events",
    filters: [filter("type", "Type")],
    columns: [
      ["Type", code("type")],
      ["About", id("data.object.id")],
      ["Waiting", text("pending_webhooks")],
      CREATED,
    ],
  },
  webhook_endpoints: {
    title: "Endpoints",
    collection: "/v1/webhook_endpoints",
    columns: [["Address", code("url")], ["Status", state("status")], CREATED],
  },
  ...MORE_SECTIONS,
} as const satisfies Record<string, Section>;

export type SectionName = keyof typeof SECTIONS;

/** Whether the dashboard has a section of this name. */
export function isSection(name: string): name is SectionName {
  return Object.hasOwn(SECTIONS, name);
}
