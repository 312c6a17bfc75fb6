import { refuseUnbuilt } from "../../billing/unbuilt";
import { invalidRequest, missingParam } from "../../core/errors";
import type { ParamsOf } from "../../core/operation";
import { checkUrl } from "../urls";
import type { ItemStart } from "./line-items";

export type Params = ParamsOf<"checkout.sessions.create">;
export type Mode = NonNullable<Params["mode"]>;

/** Refuses parameters that contradict each other or are missing, and those the stand-in has no engine for. */
export function checkSession(params: Params, mode: Mode): void {
  refuseUnbuilt(params, [
    "adaptive_pricing",
    "after_expiration",
    "allowed_payment_method_types",
    "branding_settings",
    "customer_account",
    "excluded_payment_method_types",
    "integration_identifier",
    "managed_payments",
    "name_collection",
    "origin_context",
    "payment_method_configuration",
    "payment_method_data",
    "payment_method_options",
    "wallet_options",
  ]);
  refuseUnbuilt(
    params.subscription_data ?? {},
    [
      "application_fee_percent",
      "billing_cycle_anchor",
      "billing_cycle_anchor_config",
      "on_behalf_of",
      "pending_invoice_item_interval",
      "transfer_data",
    ],
    "subscription_data",
  );
  refuseOtherBilling(params);
  refuseUnbuilt(params.setup_intent_data ?? {}, ["on_behalf_of"], "setup_intent_data");
  refuseUnbuilt(
    params.payment_intent_data ?? {},
    ["application_fee_amount", "on_behalf_of", "transfer_data"],
    "payment_intent_data",
  );
  if (params.ui_mode === "elements" || params.ui_mode === "form") {
    refuseUnbuilt(params, ["consent_collection", "custom_fields", "shipping_address_collection"]);
  }
  if (params.permissions && params.ui_mode !== "elements")
    throw notWith("permissions", params.ui_mode ?? "hosted_page");
  exclusive(params, "customer", "customer_email");
  exclusive(params, "allow_promotion_codes", "discounts");
  onlyIn(params, "subscription_data", mode, ["subscription"]);
  onlyIn(params, "payment_intent_data", mode, ["payment"]);
  onlyIn(params, "setup_intent_data", mode, ["setup"]);
  onlyIn(params, "payment_method_collection", mode, ["subscription"]);
  onlyIn(params, "customer_creation", mode, ["payment", "setup"]);
  onlyIn(params, "invoice_creation", mode, ["payment"]);
  onlyIn(params, "shipping_options", mode, ["payment"]);
  onlyIn(params, "optional_items", mode, ["payment", "subscription"]);
  onlyIn(params, "shipping_address_collection", mode, ["payment", "subscription"]);
  if (params.invoice_creation?.enabled) refuseUnbuilt(params, ["shipping_options"]);
  exclusive(params, "customer", "customer_creation");
  if (params.customer_update && params.customer === undefined) {
    throw invalidRequest("`customer_update` can only be used with `customer`.", { param: "customer_update" });
  }
  if (mode !== "setup" && !params.line_items?.length) throw missingParam("line_items");
  if (mode === "setup" && params.line_items) throw notIn("line_items", mode);
  checkReturn(params);
  for (const name of ["success_url", "cancel_url", "return_url"] as const) checkUrl(params[name], name);
}

/** A subscription is billed in the flexible mode, and its invoices are issued by the account itself. */
function refuseOtherBilling({ subscription_data: data }: Params): void {
  const issuer = data?.invoice_settings?.issuer;
  const refused =
    data?.billing_mode?.type === "classic"
      ? "billing_mode][type"
      : issuer?.type === "account" || issuer?.account !== undefined
        ? "invoice_settings][issuer"
        : null;
  if (refused === null) return;
  const param = `subscription_data[${refused}]`;
  throw invalidRequest(`Not implemented by the emulator: what the parameter ${param} asks for`, { param });
}

/** Where the customer comes back to: how it is said depends on where the page is shown. */
function checkReturn({ redirect_on_completion: redirect, return_url, success_url, ui_mode }: Params): void {
  if ((ui_mode ?? "hosted_page") === "hosted_page") {
    if (success_url === undefined) throw missingParam("success_url");
    if (return_url !== undefined) throw notWith("return_url", "hosted_page");
    return;
  }
  if (success_url !== undefined) throw notWith("success_url", ui_mode ?? "");
  if (return_url === undefined && redirect !== "never") throw missingParam("return_url");
}

/** Refuses prices that the mode can't sell, and a mix of currencies. */
export function checkPrices(items: ReadonlyArray<Pick<ItemStart, "price">>, mode: Mode): void {
  const recurring = items.filter(({ price }) => price.recurring !== null);
  if (mode === "payment" && recurring.length > 0) {
    throw invalidRequest(
      "You specified `payment` mode but passed a recurring price. Either switch to `subscription` mode or use only one-time prices.",
    );
  }
  if (mode === "subscription" && recurring.length === 0) {
    throw invalidRequest(
      "You must provide at least one recurring price in `subscription` mode when using prices.",
    );
  }
  if (new Set(items.map(({ price }) => price.currency)).size > 1) {
    throw invalidRequest("All prices in a session must have the same currency.", { param: "line_items" });
  }
}

function exclusive(params: Params, one: keyof Params & string, other: keyof Params & string): void {
  if (params[one] === undefined || params[other] === undefined) return;
  throw invalidRequest(`You may only specify one of these parameters: ${one}, ${other}.`);
}

function onlyIn(params: Params, name: keyof Params & string, mode: Mode, modes: readonly Mode[]): void {
  if (params[name] !== undefined && !modes.includes(mode)) throw notIn(name, mode);
}

function notIn(name: string, mode: Mode) {
  return invalidRequest(`You can not pass \`${name}\` in \`${mode}\` mode.`, { param: name });
}

function notWith(name: string, uiMode: string) {
  return invalidRequest(`\`${name}\` can not be used with \`ui_mode\` \`${uiMode}\`.`, { param: name });
}
