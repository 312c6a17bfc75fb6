import { invalidRequest } from "../../core/errors";
import type { Held } from "../../core/kinds";
import type { ParamsOf } from "../../core/operation";
import type { Work } from "../../core/work";
import { settled } from "../../resources/fields";
import { refuseForeignMethod } from "../subscriptions/payment-method";
import { refuseUnbuilt } from "../unbuilt";
import type { PhaseParams, Schedule } from "./phase";

type Settings = Schedule["default_settings"];
type Params = NonNullable<ParamsOf<"subscriptionSchedules.update">["default_settings"]>;

const BLANK: Settings = {
  application_fee_percent: null,
  automatic_tax: { disabled_reason: null, enabled: false, liability: null },
  billing_cycle_anchor: "automatic",
  billing_thresholds: null,
  collection_method: "charge_automatically",
  default_payment_method: null,
  description: null,
  invoice_settings: {
    account_tax_ids: null,
    custom_fields: null,
    days_until_due: null,
    description: null,
    footer: null,
    issuer: { type: "self" },
  },
  on_behalf_of: null,
  transfer_data: null,
};

/** What holds for every phase that says nothing else, after a request. */
export function changedSettings(
  work: Work,
  customer: string,
  present: Settings,
  params: Params | undefined,
): Settings {
  if (params === undefined) return present;
  refuseUnbuilt(params, ["application_fee_percent", "billing_thresholds", "on_behalf_of", "transfer_data"]);
  const { default_payment_method: method, invoice_settings: invoice } = params;
  if (method) refuseForeignMethod(work, method, customer);
  refuseDaysWithoutInvoices(params, "default_settings");
  return {
    ...present,
    billing_cycle_anchor: params.billing_cycle_anchor ?? present.billing_cycle_anchor,
    collection_method: params.collection_method ?? present.collection_method,
    default_payment_method: settled(method, present.default_payment_method),
    description: settled(params.description, present.description),
    invoice_settings: {
      ...present.invoice_settings,
      days_until_due: invoice?.days_until_due ?? present.invoice_settings.days_until_due,
      description: settled(invoice?.description, present.invoice_settings.description),
      footer: settled(invoice?.footer, present.invoice_settings.footer),
    },
  };
}

/** The settings of a new schedule. */
export function newSettings(work: Work, customer: string, params: Params | undefined): Settings {
  return changedSettings(work, customer, BLANK, params);
}

/** The settings of a schedule that takes a subscription over. */
export function settingsOf(subscription: Held<"subscription">): Settings {
  return {
    ...BLANK,
    collection_method: subscription.collection_method,
    default_payment_method: subscription.default_payment_method,
    description: subscription.description,
    invoice_settings: { ...BLANK.invoice_settings, days_until_due: subscription.days_until_due },
  };
}

/** Invoices that are sent fall due some days later; those that are charged don't. */
export function refuseDaysWithoutInvoices(
  {
    collection_method: method,
    invoice_settings: invoice,
  }: Pick<PhaseParams, "collection_method" | "invoice_settings">,
  param: string,
): void {
  const days = invoice?.days_until_due;
  if (method === "send_invoice" && days === undefined) {
    throw invalidRequest("If the collection method is `send_invoice`, you must specify `days_until_due`.", {
      param: `${param}[invoice_settings][days_until_due]`,
    });
  }
  if (method === "charge_automatically" && days !== undefined) {
    throw invalidRequest(
      "You can only specify `days_until_due` if the collection method is `send_invoice`.",
      {
        param: `${param}[invoice_settings][days_until_due]`,
      },
    );
  }
}
