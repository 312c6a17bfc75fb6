import { active, type Cell, code, moment, money, state, text } from "./cells";

/** A type of object as the dashboard lists it. */
export interface Section {
  title: string;
  /** Its collection in the API. */
  collection: string;
  /** Further parameters of the list. */
  query?: Readonly<Record<string, string>>;
  columns: ReadonlyArray<readonly [title: string, cell: Cell]>;
}

const CREATED = ["Created", moment("created")] as const;

/** What the dashboard shows, in the order of its menu, by the name in its addresses. */
export const SECTIONS = {
  customers: {
    title: "Customers",
    collection: "/v1/customers",
    columns: [["E-mail", text("email")], ["Name", text("name")], CREATED],
  },
  subscriptions: {
    title: "Subscriptions",
    collection: "/v1/subscriptions",
    query: { status: "all" },
    columns: [
      ["Status", state("status")],
      ["Customer", code("customer")],
      ["Price", code("items.data.0.price.lookup_key")],
      ["Until", moment("items.data.0.current_period_end")],
      CREATED,
    ],
  },
  invoices: {
    title: "Invoices",
    collection: "/v1/invoices",
    columns: [
      ["Status", state("status")],
      ["Total", money("total")],
      ["Number", code("number")],
      ["Customer", code("customer")],
      CREATED,
    ],
  },
  payment_intents: {
    title: "Payments",
    collection: "/v1/payment_intents",
    columns: [
      ["Status", state("status")],
      ["Amount", money("amount")],
      ["Description", text("description")],
      ["Customer", code("customer")],
      CREATED,
    ],
  },
  charges: {
    title: "Charges",
    collection: "/v1/charges",
    columns: [
      ["Status", state("status")],
      ["Amount", money("amount")],
      ["Refunded", money("amount_refunded")],
      ["Customer", code("customer")],
      CREATED,
    ],
  },
  refunds: {
    title: "Refunds",
    collection: "/v1/refunds",
    columns: [["Status", state("status")], ["Amount", money("amount")], ["Charge", code("charge")], CREATED],
  },
  setup_intents: {
    title: "Card set-ups",
    collection: "/v1/setup_intents",
    columns: [["Status", state("status")], ["Customer", code("customer")], CREATED],
  },
  products: {
    title: "Products",
    collection: "/v1/products",
    columns: [["Name", text("name")], ["State", active], CREATED],
  },
  prices: {
    title: "Prices",
    collection: "/v1/prices",
    columns: [
      ["Amount", money("unit_amount")],
      ["Every", text("recurring.interval")],
      ["Lookup key", code("lookup_key")],
      ["Product", code("product")],
      ["State", active],
      CREATED,
    ],
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
    columns: [
      ["Type", code("type")],
      ["About", code("data.object.id")],
      ["Waiting", text("pending_webhooks")],
      CREATED,
    ],
  },
  webhook_endpoints: {
    title: "Endpoints",
    collection: "/v1/webhook_endpoints",
    columns: [["Address", code("url")], ["Status", state("status")], CREATED],
  },
} as const satisfies Record<string, Section>;

export type SectionName = keyof typeof SECTIONS;

export function isSection(name: string): name is SectionName {
  return Object.hasOwn(SECTIONS, name);
}

/** Each id's beginning names its section. */
const PREFIXES: Readonly<Record<string, SectionName>> = {
  cus: "customers",
  sub: "subscriptions",
  in: "invoices",
  pi: "payment_intents",
  ch: "charges",
  re: "refunds",
  seti: "setup_intents",
  prod: "products",
  price: "prices",
  feat: "features",
  evt: "events",
  we: "webhook_endpoints",
};

/** The section an id belongs to, or null for kinds that have no page. */
export function sectionOf(id: string): SectionName | null {
  const prefix = /^([a-z]+)_/.exec(id)?.[1];
  return prefix !== undefined && Object.hasOwn(PREFIXES, prefix) ? (PREFIXES[prefix] ?? null) : null;
}
