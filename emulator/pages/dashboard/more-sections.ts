import { active, code, expiry, id, moment, money, state, text } from "./cells";
import { ACTIVE, CREATED, filter, OF_CUSTOMER, type Section } from "./section";

/** What fewer businesses use, after the rest in the dashboard's menu. */
export const MORE_SECTIONS = {
  checkout_sessions: {
    title: "Checkout",
    collection: "/v1/checkout/sessions",
    filters: [filter("status", "Status", ["open", "complete", "expired"]), OF_CUSTOMER],
    columns: [
      ["Status", state("status")],
      ["Payment", text("payment_status")],
      ["For", text("mode")],
      ["Total", money("amount_total")],
      ["Customer", id("customer")],
      CREATED,
    ],
  },
  payment_methods: {
    title: "Cards",
    collection: "/v1/payment_methods",
    filters: [OF_CUSTOMER],
    none: "None yet. Cards are listed by their customer.",
    columns: [
      ["Brand", text("card.brand")],
      ["Last digits", code("card.last4")],
      ["Expires", expiry],
      ["Customer", id("customer")],
      CREATED,
    ],
  },
  subscription_schedules: {
    title: "Schedules",
    collection: "/v1/subscription_schedules",
    filters: [OF_CUSTOMER],
    columns: [
      ["Status", state("status")],
      ["Subscription", id("subscription")],
      ["Customer", id("customer")],
      ["Phase until", moment("current_phase.end_date")],
      CREATED,
    ],
  },
  credit_notes: {
    title: "Credit notes",
    collection: "/v1/credit_notes",
    filters: [OF_CUSTOMER, filter("invoice", "Invoice")],
    columns: [
      ["Status", state("status")],
      ["Total", money("total")],
      ["Number", code("number")],
      ["Invoice", id("invoice")],
      CREATED,
    ],
  },
  invoiceitems: {
    title: "Invoice items",
    collection: "/v1/invoiceitems",
    filters: [OF_CUSTOMER, filter("pending", "Waiting", ["true", "false"])],
    columns: [
      ["Amount", money("amount")],
      ["Description", text("description")],
      ["Customer", id("customer")],
      ["Invoice", id("invoice")],
      ["Date", moment("date")],
    ],
  },
  tax_rates: {
    title: "Tax rates",
    collection: "/v1/tax_rates",
    filters: [ACTIVE],
    columns: [["Name", text("display_name")], ["Percent", text("percentage")], ["State", active], CREATED],
  },
  shipping_rates: {
    title: "Shipping rates",
    collection: "/v1/shipping_rates",
    filters: [ACTIVE],
    columns: [["Name", text("display_name")], ["State", active], CREATED],
  },
  meters: {
    title: "Meters",
    collection: "/v1/billing/meters",
    columns: [
      ["Name", text("display_name")],
      ["Event", code("event_name")],
      ["Status", state("status")],
      CREATED,
    ],
  },
  portal_configurations: {
    title: "Portals",
    collection: "/v1/billing_portal/configurations",
    filters: [ACTIVE],
    columns: [["Name", text("name")], ["Default", text("is_default")], ["State", active], CREATED],
  },
  test_clocks: {
    title: "Test clocks",
    collection: "/v1/test_helpers/test_clocks",
    columns: [["Name", text("name")], ["Status", state("status")], ["Time", moment("frozen_time")], CREATED],
  },
} as const satisfies Record<string, Section>;
