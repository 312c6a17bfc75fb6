import { invalidRequest } from "../../core/errors";
import type { Held } from "../../core/kinds";
import { mergeMetadata } from "../../core/metadata";
import type { Work } from "../../core/work";
import { recurrenceOf } from "../price";
import { type ItemStart, readItems } from "../subscriptions/new-items";
import { refuseForeignMethod } from "../subscriptions/payment-method";
import { taxRatesOf } from "../tax/rates";
import { refuseUnbuilt } from "../unbuilt";
import { refuseDaysWithoutInvoices } from "./default-settings";
import type { Phase, PhaseParams } from "./phase";
import { type Calendar, endOfPhase, startOf } from "./phase-dates";
import { namedDiscounts } from "./phase-discounts";
import { namedExtras } from "./phase-extras";

type Customer = Held<"customer">;

/**
 * Reads the phases of a request, each beginning where the one before it ends; refuses what a subscription
 * couldn't be made of. https://docs.stripe.com/api/subscription_schedules/create#create_subscription_schedule-phases
 */
export function readPhases(
  work: Work,
  customer: Customer,
  params: readonly PhaseParams[],
  calendar: Calendar,
): readonly Phase[] {
  const phases: Phase[] = [];
  for (const [position, given] of params.entries()) {
    const param = `phases[${position}]`;
    const start = startOf(given, phases.at(-1)?.end_date ?? null, calendar, param);
    phases.push(readPhase(work, customer, given, start, calendar, param));
  }
  return phases;
}

function readPhase(
  work: Work,
  customer: Customer,
  params: PhaseParams,
  start: number,
  calendar: Calendar,
  param: string,
): Phase {
  refuseUnbuilt(params, ["application_fee_percent", "billing_thresholds", "on_behalf_of", "transfer_data"]);
  const { default_payment_method: method, discounts } = params;
  if (method !== undefined) refuseForeignMethod(work, method, customer.id);
  refuseDaysWithoutInvoices(params, param);
  const { items, currency } = readItems(work, params.items, { param: `${param}[items]` });
  const end = endOfPhase(params, start, rhythmOf(items), calendar, param);
  return {
    add_invoice_items: namedExtras(work, params.add_invoice_items, param),
    application_fee_percent: null,
    automatic_tax: { disabled_reason: null, enabled: false, liability: null },
    billing_cycle_anchor: params.billing_cycle_anchor ?? null,
    billing_thresholds: null,
    collection_method: params.collection_method ?? null,
    currency,
    default_payment_method: method ?? null,
    default_tax_rates: taxRatesOf(work, params.default_tax_rates || [], `${param}[default_tax_rates]`),
    description: params.description || null,
    discounts: namedDiscounts(discounts),
    end_date: end,
    invoice_settings: params.invoice_settings
      ? {
          account_tax_ids: null,
          custom_fields: null,
          days_until_due: params.invoice_settings.days_until_due ?? null,
          description: params.invoice_settings.description || null,
          footer: params.invoice_settings.footer || null,
          issuer: null,
        }
      : null,
    items: items.map(phaseItem),
    metadata: mergeMetadata(null, params.metadata),
    on_behalf_of: null,
    proration_behavior: params.proration_behavior ?? "create_prorations",
    start_date: start,
    transfer_data: null,
    trial_end: trialEndOf(params, start, end, calendar, param),
  };
}

function phaseItem({ price, quantity, metadata, discounts, taxRates }: ItemStart): Phase["items"][number] {
  return {
    billing_thresholds: null,
    discounts: namedDiscounts(discounts),
    metadata,
    plan: price.id,
    price: price.id,
    ...(price.recurring.usage_type === "metered" ? {} : { quantity }),
    tax_rates: taxRates ?? [],
  };
}

/** A phase is a trial as a whole, or up to a time within it. */
function trialEndOf(
  { trial, trial_end: given }: PhaseParams,
  start: number,
  end: number,
  { now }: Calendar,
  param: string,
): number | null {
  if (trial && given !== undefined) {
    throw invalidRequest("You may only specify one of these parameters: trial, trial_end.", {
      code: "parameters_exclusive",
      param: `${param}[trial_end]`,
    });
  }
  if (trial) return end;
  if (given === undefined) return null;
  const until = given === "now" ? now : given;
  if (until > start && until <= end) return until;
  if (until <= start && given === "now") return null;
  throw invalidRequest("The end of a trial must be within its phase.", { param: `${param}[trial_end]` });
}

function rhythmOf([first]: readonly ItemStart[]) {
  if (!first) throw new Error("A phase was read without items");
  return recurrenceOf(first.price);
}
