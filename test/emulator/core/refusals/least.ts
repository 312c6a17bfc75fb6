import type { Refusal } from "./refusal";

const LESS = (least: 0 | 1) => `This value must be greater than or equal to ${least}.`;
const CODE = "parameter_invalid_integer";

/** Numbers that are less than there can be of anything: money would go the wrong way. */
// biome-ignore format: a table, one line for each refusal
export const LEAST: readonly Refusal[] = [
  ["POST /v1/subscriptions", "customer={customer}&items[0][price]={monthly}&items[0][quantity]=-5", 400, CODE, "items[0][quantity]", LESS(0)],
  ["POST /v1/subscriptions/{active}", "items[0][price]={monthly}&items[0][quantity]=-1", 400, CODE, "items[0][quantity]", LESS(0)],
  ["POST /v1/subscriptions", "customer={customer}&items[0][price]={monthly}&collection_method=send_invoice&days_until_due=-3", 400, CODE, "days_until_due", LESS(0)],
  ["POST /v1/subscriptions", "customer={customer}&items[0][price]={monthly}&pending_invoice_item_interval[interval]=day&pending_invoice_item_interval[interval_count]=0", 400, CODE, "pending_invoice_item_interval[interval_count]", LESS(1)],
  ["POST /v1/subscription_schedules", "customer={customer}&start_date=now&phases[0][items][0][price]={monthly}&phases[0][items][0][quantity]=-2", 400, CODE, "phases[0][items][0][quantity]", LESS(0)],
  ["POST /v1/checkout/sessions", "mode=subscription&success_url=https://example.com&line_items[0][price]={monthly}&line_items[0][quantity]=-1", 400, CODE, "line_items[0][quantity]", LESS(0)],
  ["POST /v1/checkout/sessions", "mode=subscription&success_url=https://example.com&line_items[0][price]={monthly}&line_items[0][quantity]=0", 400, CODE, "line_items[0][quantity]", LESS(1)],
  ["POST /v1/invoiceitems", "customer={customer}&pricing[price]={once}&quantity=-3", 400, CODE, "quantity", LESS(0)],
  ["POST /v1/prices", "currency=usd&product={product}&unit_amount=-1", 400, CODE, "unit_amount", LESS(0)],
  ["POST /v1/prices", "currency=usd&product={product}&unit_amount_decimal=-0.5", 400, null, "unit_amount_decimal", LESS(0)],
  ["POST /v1/prices", "currency=usd&product={product}&unit_amount=100&currency_options[eur][unit_amount_decimal]=-5", 400, null, "currency_options[eur][unit_amount_decimal]", LESS(0)],
  ["POST /v1/prices", "currency=usd&product={product}&billing_scheme=tiered&tiers_mode=graduated&tiers[0][up_to]=inf&tiers[0][flat_amount]=-5", 400, CODE, "tiers[0][flat_amount]", LESS(0)],
  ["POST /v1/prices", "currency=usd&product={product}&unit_amount=500&transform_quantity[divide_by]=0&transform_quantity[round]=up", 400, CODE, "transform_quantity[divide_by]", LESS(1)],
  ["POST /v1/coupons", "amount_off=0&currency=usd", 400, CODE, "amount_off", LESS(1)],
  ["POST /v1/coupons", "amount_off=100&currency=usd&currency_options[eur][amount_off]=-500", 400, CODE, "currency_options[eur][amount_off]", LESS(1)],
  ["POST /v1/coupons", "percent_off=10&max_redemptions=0", 400, CODE, "max_redemptions", LESS(1)],
  ["POST /v1/promotion_codes", "promotion[type]=coupon&promotion[coupon]={coupon}&max_redemptions=0", 400, CODE, "max_redemptions", LESS(1)],
  ["POST /v1/shipping_rates", "display_name=Post&type=fixed_amount&fixed_amount[amount]=-5&fixed_amount[currency]=usd", 400, CODE, "fixed_amount[amount]", LESS(0)],
  ["POST /v1/payment_intents/{capturable}/capture", "amount_to_capture=0", 400, CODE, "amount_to_capture", LESS(1)],
  ["POST /v1/payment_intents/{capturable}/capture", "amount_to_capture=-5", 400, CODE, "amount_to_capture", LESS(1)],
  ["POST /v1/charges/{held}/capture", "amount=0", 400, CODE, "amount", LESS(1)],
  ["POST /v1/subscriptions", "customer={customer}&items[0][price]={monthly}&backdate_start_date=-9007199254740991", 400, CODE, "backdate_start_date", LESS(0)],
  ["POST /v1/subscriptions", "customer={customer}&items[0][price]={monthly}&items[0][quantity]=9007199254740991", 400, "amount_too_large", null, "Amount must be no more than $999,999.99"],
  ["POST /v1/credit_notes", "invoice={settled}&amount=500&refund_amount=1000&credit_amount=-500", 400, CODE, "credit_amount", LESS(0)],
];
