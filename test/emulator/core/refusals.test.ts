import type Stripe from "stripe";
import { afterAll, beforeAll, expect, it } from "vitest";
import { customerWith, openShop } from "../support/shop";
import { type StartedEmulator, startEmulator } from "../support/start-emulator";

/** A request that Stripe refuses, and its words; `{name}` stands for what was made before. */
type Refusal = readonly [
  request: string,
  form: string,
  status: number,
  code: string | null,
  param: string | null,
  message: string,
];

// biome-ignore format: a table, one line for each refusal
const REFUSALS: readonly Refusal[] = [
  ["GET /v1/customers/cus_x", "", 404, "resource_missing", "id", "No such customer: 'cus_x'"],
  ["GET /v1/payment_intents/pi_x", "", 404, "resource_missing", "intent", "No such payment_intent: 'pi_x'"],
  ["GET /v1/setup_intents/seti_x", "", 404, "resource_missing", "intent", "No such setupintent: 'seti_x'"],
  ["GET /v1/charges/ch_x", "", 404, "resource_missing", "id", "No such charge: 'ch_x'"],
  ["GET /v1/invoices/in_x", "", 404, "resource_missing", "invoice", "No such invoice: 'in_x'"],
  ["POST /v1/invoices/in_x/pay", "", 404, "resource_missing", "id", "No such invoice: 'in_x'"],
  ["GET /v1/disputes/du_x", "", 404, "resource_missing", "dispute", "No such dispute: 'du_x'"],
  ["GET /v1/refunds/re_x", "", 404, "resource_missing", "refund", "No such refund: 're_x'"],
  ["GET /v1/balance_transactions/txn_x", "", 404, "resource_missing", "id", "No such balance transaction: 'txn_x'"],
  ["DELETE /v1/subscriptions/{canceled}", "", 404, "resource_missing", "id", "No such subscription: '{canceled}'"],
  ["POST /v1/subscriptions/{canceled}", "items[0][price]={monthly}", 400, "invalid_canceled_subscription_fields", null, "A canceled subscription can only update its cancellation_details and metadata."],
  ["POST /v1/subscriptions", "customer={nobody}&items[0][price]={monthly}", 400, "resource_missing", null, "This customer has no attached payment source or default payment method. Please consider adding a default payment method. For more information, visit https://stripe.com/docs/billing/subscriptions/payment-methods-setting#payment-method-priority."],
  ["POST /v1/subscriptions", "customer={customer}&items[0][price]=invalid", 400, "resource_missing", "items[0][price]", "No such price: 'invalid'"],
  ["POST /v1/subscriptions", "customer={customer}&items[0][price]={once}", 400, null, "items[0][price]", "The price specified is set to `type=one_time` but this field only accepts prices with `type=recurring`."],
  ["POST /v1/subscriptions", "customer={customer}&items[0][price]={archived}", 400, null, "items[0][price]", "The price specified is inactive. This field only accepts active prices."],
  ["POST /v1/subscriptions", "customer={customer}&items[0][price]={monthly}&payment_behavior=pending_if_incomplete", 400, null, "payment_behavior", "Setting `payment_behavior` to `pending_if_incomplete` has no effect when creating a subscription."],
  ["POST /v1/subscriptions", "customer={customer}", 400, "parameter_missing", "items", "Missing required param: items."],
  ["POST /v1/payment_intents", "amount=10&currency=usd", 400, "amount_too_small", "amount", "Amount must be at least $0.50 usd"],
  ["POST /v1/payment_intents", "amount=100000000&currency=usd", 400, "amount_too_large", "amount", "Amount must be no more than $999,999.99"],
  ["POST /v1/payment_intents/{paid}/confirm", "payment_method=pm_card_visa", 400, "payment_intent_unexpected_state", null, "You cannot confirm this PaymentIntent because it has already succeeded after being previously confirmed."],
  ["POST /v1/payment_intents/{paid}/cancel", "", 400, "payment_intent_unexpected_state", null, "You cannot cancel this PaymentIntent because it has a status of succeeded. Only a PaymentIntent with one of the following statuses may be canceled: requires_payment_method, requires_capture, requires_confirmation, requires_action, processing."],
  ["POST /v1/payment_intents/{fresh}/confirm", "", 400, "payment_intent_unexpected_state", null, "You cannot confirm this PaymentIntent because it's missing a payment method. You can either update the PaymentIntent with a payment method and then confirm it again, or confirm it again directly with a payment method or ConfirmationToken."],
  ["POST /v1/payment_intents/{paid}", "amount=5", 400, "payment_intent_unexpected_state", "amount", "This PaymentIntent's amount could not be updated because it has a status of succeeded. You may only update the amount of a PaymentIntent with one of the following statuses: requires_payment_method, requires_confirmation, requires_action."],
  ["POST /v1/payment_methods/{loose}/detach", "", 400, null, "payment_method", "The payment method you provided is not attached to a customer so detachment is impossible."],
  ["POST /v1/payment_methods/pm_card_visa/attach", "", 400, "parameter_missing", null, "Must provide customer or customer_account."],
  ["POST /v1/payment_methods/{method}/attach", "customer={nobody}", 400, "payment_method_unexpected_state", "payment_method", "The payment method you provided has already been attached to a customer."],
  ["POST /v1/invoices/{settled}/pay", "", 400, null, null, "Invoice is already paid"],
  ["POST /v1/invoices/{settled}/finalize", "", 400, null, null, "This invoice is already finalized, you can't re-finalize a non-draft invoice."],
  ["POST /v1/invoices/{settled}/void", "", 400, null, null, "Invoices with `paid` payments cannot be voided."],
  ["POST /v1/invoices/{settled}/send", "", 400, null, null, "This invoice cannot be sent right now. Please contact us via https://support.stripe.com/contact with details, so we can help."],
  ["DELETE /v1/invoices/{settled}", "", 400, null, null, "You can only delete draft invoices."],
  ["POST /v1/invoices/{settled}", "description=Late", 400, null, "description", "Finalized invoices can't be updated in this way"],
  ["POST /v1/invoices", "customer={customer}&collection_method=send_invoice", 400, null, null, "If invoice collection method is 'send_invoice', you must specify 'due_date' or 'days_until_due'."],
  ["POST /v1/refunds", "", 400, null, null, "One of the following params should be provided for this request: payment_intent or charge."],
  ["POST /v1/refunds", "payment_intent={paid}&amount=6000", 400, null, "amount", "Refund amount ($60.00) is greater than unrefunded amount on charge ($50.00)"],
  ["POST /v1/refunds", "payment_intent={paid}&reason=whim", 400, null, "reason", "Invalid reason: must be one of duplicate, fraudulent, or requested_by_customer"],
  ["POST /v1/setup_intents/{setup}/cancel", "", 400, "setup_intent_unexpected_state", null, "You cannot cancel this SetupIntent because it has a status of succeeded. Only a SetupIntent with one of the following statuses may be canceled: `requires_payment_method`, `requires_confirmation`, or `requires_action`."],
  ["POST /v1/products/{product}", "nope=1", 400, "parameter_unknown", "nope", "Received unknown parameter: nope"],
  ["DELETE /v1/products/{product}", "", 400, null, null, "This product cannot be deleted because it has one or more user-created prices."],
  ["GET /v1/customers", "starting_after=cus_x&ending_before=cus_y", 400, "resource_missing", "starting_after", "No such customer: 'cus_x'"],
  ["GET /v1/customers", "starting_after={customer}&ending_before={customer}", 400, null, null, "Received both starting_after and ending_before parameters. Please pass in only one."],
  ["GET /v1/invoices", "status=lost", 400, null, "status", "Invalid status: must be one of draft, open, void, paid, or uncollectible"],
  ["POST /v1/subscription_items", "subscription={canceled}&price={monthly}", 404, "resource_missing", "subscription", "No such subscription: '{canceled}'"],
];

let emulator: StartedEmulator;
let made: ReadonlyMap<string, string>;
beforeAll(async () => {
  emulator = await startEmulator();
  made = await makeAll();
}, 60_000);
afterAll(() => emulator.stop());

async function makeAll(): Promise<ReadonlyMap<string, string>> {
  const { stripe, monthly, product } = await openShop(emulator, "test");
  const customer = await customerWith(stripe, "pm_card_visa");
  const subscription = await stripe.subscriptions.create({
    customer: customer.id,
    items: [{ price: monthly.id }],
  });
  const canceled = await stripe.subscriptions.cancel(subscription.id);
  const price = (more: Partial<Stripe.PriceCreateParams>) =>
    stripe.prices.create({ currency: "usd", product: product.id, unit_amount: 900, ...more });
  const back = { return_url: "https://example.com/back" };
  const pay = { amount: 5000, currency: "usd" };
  const paid = await stripe.paymentIntents.create({
    ...pay,
    confirm: true,
    payment_method: "pm_card_visa",
    ...back,
  });
  const setup = await stripe.setupIntents.create({ confirm: true, payment_method: "pm_card_visa", ...back });
  const loose = await stripe.paymentMethods.create({ card: { token: "tok_visa" }, type: "card" });
  return new Map([
    ["archived", (await price({ active: false, recurring: { interval: "month" } })).id],
    ["canceled", canceled.id],
    ["customer", customer.id],
    ["fresh", (await stripe.paymentIntents.create(pay)).id],
    ["loose", loose.id],
    ["method", String(customer.invoice_settings.default_payment_method)],
    ["monthly", monthly.id],
    ["nobody", (await stripe.customers.create()).id],
    ["once", (await price({})).id],
    ["paid", paid.id],
    ["product", product.id],
    ["settled", String(canceled.latest_invoice)],
    ["setup", setup.id],
  ]);
}

function filled(text: string): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => made.get(name) ?? name);
}

it.each(REFUSALS)("%s %s", async (request, form, status, code, param, message) => {
  const [method = "", path = ""] = filled(request).split(" ");
  const query = new URLSearchParams(filled(form)).toString();
  const answer =
    method === "POST"
      ? await emulator.request(method, path, { body: query })
      : await emulator.request(method, `${path}?${query}`);
  const error = Object(answer.json.error);
  expect({
    status: answer.status,
    type: error.type,
    code: error.code ?? null,
    param: error.param ?? null,
    message: error.message,
  }).toEqual({
    status,
    type: "invalid_request_error",
    code,
    param,
    message: filled(message),
  });
});
