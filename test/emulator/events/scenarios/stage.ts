import type Stripe from "stripe";
import { type Admin, adminOf } from "../../support/admin";
import {
  allEventTypes,
  customerWith,
  eventTypes,
  lastEvent,
  letPass,
  openShop,
  type Shop,
} from "../../support/shop";
import type { StartedEmulator } from "../../support/start-emulator";

/** Where a scenario is played: a shop in an account of its own. */
export interface Stage extends Shop {
  readonly emulator: StartedEmulator;
  readonly account: string;
  readonly admin: Admin;
  /** The types of the events that a deed brings about, oldest first; but for those of the balance, which come by day. */
  during(deed: () => Promise<unknown>): Promise<string[]>;
  /** Of all of them. */
  altogether(deed: () => Promise<unknown>): Promise<string[]>;
  /** Lets time pass. */
  pass(seconds: number): Promise<void>;
  /** A customer who pays with the test card of the name. */
  customer(card?: string): Promise<string>;
  /** A monthly subscription of a new customer with that card, or with none. */
  subscription(
    card?: string | null,
    params?: Partial<Stripe.SubscriptionCreateParams>,
  ): Promise<Stripe.Subscription>;
  /** A draft over $15.00 for a new customer with that card. */
  draft(card?: string, params?: Partial<Stripe.InvoiceCreateParams>): Promise<Stripe.Invoice>;
}

/** A deed of an operation, and the events that came of it. A list where it can be done in several ways. */
export type Scenario = (stage: Stage) => Promise<string[] | string[][]>;
export type Scenarios = Readonly<Record<string, Scenario>>;

export const HOUR = 3600;
export const DAY = 24 * HOUR;

export async function setStage(emulator: StartedEmulator, account: string): Promise<Stage> {
  const shop = await openShop(emulator, account);
  const { stripe, monthly } = shop;
  const admin = adminOf(emulator, account);
  const customer = async (card?: string) =>
    card === undefined ? (await stripe.customers.create()).id : (await customerWith(stripe, card)).id;
  const since = async (deed: () => Promise<unknown>, types: typeof eventTypes) => {
    const before = await lastEvent(stripe);
    await deed();
    return types(stripe, before);
  };
  return {
    ...shop,
    account,
    admin,
    customer,
    emulator,
    async draft(card = "pm_card_visa", params = {}) {
      const invoice = await stripe.invoices.create({ customer: await customer(card), ...params });
      await stripe.invoiceItems.create({
        amount: 1500,
        currency: "usd",
        customer: String(invoice.customer),
        invoice: invoice.id,
      });
      return invoice;
    },
    altogether: (deed) => since(deed, allEventTypes),
    during: (deed) => since(deed, eventTypes),
    pass: (seconds) => letPass(emulator, account, seconds),
    subscription: async (card = "pm_card_visa", params = {}) =>
      stripe.subscriptions.create({
        customer: await customer(card ?? undefined),
        items: [{ price: monthly.id }],
        ...params,
      }),
  };
}
