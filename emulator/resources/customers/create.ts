import { enterBalance } from "../../billing/customer-balance";
import { invalidRequest } from "../../core/errors";
import type { Held } from "../../core/kinds";
import { referenced } from "../../core/lookup";
import { operation } from "../../core/operation";
import type { Work } from "../../core/work";
import { addTaxId } from "../tax-ids/add-tax-id";
import { mergeCustomer } from "./fields";
import { attachFirst } from "./first-method";

/** https://docs.stripe.com/api/customers/create */
export const createCustomer = operation("customers.create", (call) => {
  const { params } = call;
  if (params.test_clock !== undefined) checkClock(call, params.test_clock);
  const customer = mergeCustomer(newCustomer(call, params.test_clock ?? null), params);
  const currency = customer.balance === 0 ? null : "usd";
  const put = call.store.put("customer", { ...customer, currency });
  if (put.balance !== 0) {
    enterBalance(call, put, put.balance, currency ?? "usd", put.balance, { type: "initial" });
  }
  for (const taxId of params.tax_id_data ?? []) addTaxId(call, put, taxId);
  attachFirst(call, customer.id, params);
  call.emit("customer.created", call.store.must("customer", customer.id));
  return call.store.must("customer", customer.id);
});

const MOST_ON_CLOCK = 3;

/** https://docs.stripe.com/billing/testing/test-clocks#limitations */
function checkClock(work: Work, clock: string): void {
  referenced(work, "test_helpers.test_clock", clock, "test_clock");
  if (work.store.list("customer", "test_clock", clock).length < MOST_ON_CLOCK) return;
  throw invalidRequest(`A test clock can have at most ${MOST_ON_CLOCK} customers.`, { param: "test_clock" });
}

/** A customer of whom nothing is known yet. */
export function newCustomer(work: Work, testClock: string | null): Held<"customer"> {
  return {
    id: work.newId("customer"),
    object: "customer",
    address: null,
    balance: 0,
    created: work.now(testClock),
    currency: null,
    customer_account: null,
    default_source: null,
    delinquent: false,
    description: null,
    discount: null,
    email: null,
    invoice_prefix: work.random(8).toUpperCase(),
    invoice_settings: {
      custom_fields: null,
      default_payment_method: null,
      footer: null,
      rendering_options: null,
    },
    livemode: false,
    metadata: {},
    name: null,
    next_invoice_sequence: 1,
    phone: null,
    preferred_locales: [],
    shipping: null,
    tax_exempt: "none",
    test_clock: testClock,
  };
}
