import type { Refusal } from "./refusal";

/** What checkout, the catalogue and customers refuse. */
// biome-ignore format: a table, one line for each refusal
export const SELLING: readonly Refusal[] = [
  ["DELETE /v1/products/{product}", "", 400, null, null, "This product cannot be deleted because it has one or more user-created prices."],
  ["POST /v1/checkout/sessions", "mode=rent", 400, null, "mode", "Invalid mode: must be one of payment, setup, or subscription"],
  ["POST /v1/coupons", "percent_off=10&amount_off=100&currency=usd", 400, "parameters_exclusive", null, "You may only specify one of these parameters: amount_off, percent_off."],
  ["POST /v1/customers", "email=x", 400, "email_invalid", "email", "Invalid email address: x"],
  ["POST /v1/customers/{nobody}", "invoice_settings[default_payment_method]={method}", 400, "resource_missing", "invoice_settings[default_payment_method]", "The customer does not have a payment method with the ID {method}. The payment method must be attached to the customer."],
  ["POST /v1/checkout/sessions", "mode=payment&success_url=https://example.com&line_items[0][price]={monthly}&line_items[0][quantity]=1", 400, null, null, "You specified `payment` mode but passed a recurring price. Either switch to `subscription` mode or use only one-time prices."],
  ["POST /v1/checkout/sessions", "mode=payment&success_url=https://example.com&line_items[0][price]={once}&payment_intent_data[on_behalf_of]=acct_1", 400, null, "payment_intent_data[on_behalf_of]", "Not implemented by the emulator: the parameter payment_intent_data[on_behalf_of]"],
  ["POST /v1/checkout/sessions", "mode=subscription&success_url=https://example.com&line_items[0][price]={once}&line_items[0][quantity]=1", 400, null, null, "You must provide at least one recurring price in `subscription` mode when using prices."],
  ["POST /v1/checkout/sessions", "mode=subscription&success_url=https://example.com&line_items[0][price]={monthly}&line_items[0][quantity]=1&payment_intent_data[description]=x", 400, null, "payment_intent_data", "You can not pass `payment_intent_data` in `subscription` mode."],
  ["POST /v1/checkout/sessions", "mode=subscription&success_url=nowhere&line_items[0][price]={monthly}&line_items[0][quantity]=1", 400, "url_invalid", "success_url", "Not a valid URL"],
  ["POST /v1/checkout/sessions", "mode=subscription&success_url=https://example.com&line_items[0][price]={monthly}&line_items[0][quantity]=1&expires_at={soon}", 400, null, "expires_at", "The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation."],
  ["POST /v1/checkout/sessions", "mode=subscription&success_url=https://example.com&line_items[0][price]={monthly}&line_items[0][quantity]=1&subscription_data[trial_end]={soon}", 400, null, "subscription_data[trial_end]", "The `trial_end` date has to be at least 2 days in the future."],
  ["POST /v1/checkout/sessions", "mode=subscription&success_url=https://example.com&line_items[0][price]={monthly}&line_items[0][quantity]=1&allow_promotion_codes=true&discounts[0][coupon]={coupon}", 400, null, null, "You may only specify one of these parameters: allow_promotion_codes, discounts."],
  ["POST /v1/checkout/sessions/{expired}/expire", "", 400, null, "session", "Only Checkout Sessions with a status in [\"open\"] can be expired. This Checkout Session has a status of expired"],
  ["POST /v1/coupons", "id={coupon}&percent_off=10", 400, "resource_already_exists", "id", "Coupon already exists."],
  ["POST /v1/promotion_codes", "promotion[type]=coupon&promotion[coupon]={coupon}&code=MINIMUM", 400, "resource_already_exists", "code", "An active promotion code with `code: MINIMUM` already exists."],
  ["POST /v1/prices", "currency=usd&product={product}&unit_amount=1&lookup_key=taken", 400, "resource_already_exists", "lookup_key", "A price (`{keyed}`) already uses that lookup key."],
  ["POST /v1/products", "id={product}&name=x", 400, "resource_already_exists", "id", "Product already exists."],
  ["POST /v1/customers", "name[0]=wrong&name[1]=type&name[2]=array", 400, null, "name", "Invalid string: {\"0\":\"wrong\",\"1\":\"type\",\"2\":\"array\"}"],
  ["GET /v1/coupons/x", "", 404, "resource_missing", "id", "No such coupon: 'x'"],
];
