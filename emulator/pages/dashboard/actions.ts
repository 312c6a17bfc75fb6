import type { Json } from "../backend";
import { textAt } from "../json";
import { type Action, type ActionsOf, button, edit, field } from "./action";
import { invoiceActions } from "./invoice-actions";
import { cardActions, chargeActions, disputeActions, intentActions } from "./payment-actions";
import type { SectionName } from "./sections";
import { scheduleActions, subscriptionActions } from "./subscription-actions";

function archive(collection: string, object: Json): Action {
  const isActive = object.active !== false;
  const path = `${collection}/${textAt(object, "id")}`;
  return isActive
    ? button("archive", "Archive", path, { active: "false" })
    : button("unarchive", "Bring back", path, { active: "true" });
}

function remove(collection: string, object: Json): Action {
  const path = `${collection}/${textAt(object, "id")}`;
  return { ...button("delete", "Delete", path), method: "DELETE", ends: true };
}

/** What an administrator may do by hand with an object of each section. */
const ACTIONS: Readonly<Partial<Record<SectionName, ActionsOf>>> = {
  customers: (customer) => [
    edit("/v1/customers", customer, [field(customer, "email", "E-mail"), field(customer, "name", "Name")]),
    remove("/v1/customers", customer),
  ],
  subscriptions: subscriptionActions,
  invoices: invoiceActions,
  products: (product) => [
    edit("/v1/products", product, [
      field(product, "name", "Name"),
      field(product, "description", "Description"),
    ]),
    archive("/v1/products", product),
    remove("/v1/products", product),
  ],
  prices: (price) => [
    edit("/v1/prices", price, [
      field(price, "nickname", "Nickname"),
      field(price, "lookup_key", "Lookup key"),
    ]),
    archive("/v1/prices", price),
    remove("/_emulator/prices", price),
  ],
  coupons: (coupon) => [
    edit("/v1/coupons", coupon, [field(coupon, "name", "Name")]),
    remove("/v1/coupons", coupon),
  ],
  promotion_codes: (promotion) => [archive("/v1/promotion_codes", promotion)],
  tax_rates: (rate) => [archive("/v1/tax_rates", rate)],
  shipping_rates: (rate) => [archive("/v1/shipping_rates", rate)],
  portal_configurations: (configuration) =>
    configuration.is_default === true ? [] : [archive("/v1/billing_portal/configurations", configuration)],
  test_clocks: (clock) => [remove("/v1/test_helpers/test_clocks", clock)],
  invoiceitems: (item) => (textAt(item, "invoice") === "" ? [remove("/v1/invoiceitems", item)] : []),
  checkout_sessions: (session) =>
    session.status === "open"
      ? [button("expire", "Expire", `/v1/checkout/sessions/${textAt(session, "id")}/expire`)]
      : [],
  subscription_schedules: scheduleActions,
  credit_notes: (note) =>
    note.status === "issued" ? [button("void", "Void", `/v1/credit_notes/${textAt(note, "id")}/void`)] : [],
  payment_methods: cardActions,
  charges: chargeActions,
  payment_intents: intentActions,
  disputes: disputeActions,
  events: (event) => [
    {
      ...button("resend", "Send to endpoint", "/_emulator/events/resend", { event: textAt(event, "id") }),
      fields: [{ name: "endpoint", label: "Endpoint", value: "" }],
    },
  ],
  webhook_endpoints: (endpoint) => {
    const path = `/v1/webhook_endpoints/${textAt(endpoint, "id")}`;
    return endpoint.status === "enabled"
      ? [button("disable", "Disable", path, { disabled: "true" })]
      : [button("enable", "Enable", path, { disabled: "false" })];
  },
};

/** What can be done with an object of a section, as it stands. */
export function actionsFor(section: SectionName, object: Json): Action[] {
  return ACTIONS[section]?.(object) ?? [];
}
