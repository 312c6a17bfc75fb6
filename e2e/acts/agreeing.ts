import { expect, type Page } from "@playwright/test";
import type Stripe from "stripe";
import { formatDate } from "@/lib/locale/date";
import { formatMoney } from "@/lib/money";
import type { Application } from "../support/application";
import type { Person } from "./people";
import { subscriptionsOf } from "./stripe";

/**
 * Opens the account, which has to say of the person's newest subscription what the stand-in has of it: its status, plan, price,
 * and the day that comes next.
 *
 * @returns that subscription
 */
export async function expectAccountAsAtStripe(
  page: Page,
  app: Application,
  person: Person,
): Promise<Stripe.Subscription> {
  const all = await subscriptionsOf(app, person);
  const subscription = all.sort((a, b) => b.created - a.created)[0];
  const item = subscription?.items.data.find(({ price }) => price.recurring?.usage_type === "licensed");
  if (!subscription || !item) throw new Error("Stripe has no subscription of this person");
  const { name } = await app.account.stripe.products.retrieve(String(item.price.product));
  const customer = await app.account.stripe.customers.retrieve(String(subscription.customer));
  const card =
    subscription.default_payment_method ??
    (customer.deleted ? null : customer.invoice_settings.default_payment_method);
  await page.goto("/account");
  await expect(
    page.getByText(sentence(subscription, item, name, card !== null), { exact: true }),
  ).toBeVisible();
  return subscription;
}

function sentence(
  subscription: Stripe.Subscription,
  item: Stripe.SubscriptionItem,
  plan: string,
  hasCard: boolean,
): string {
  const { status, cancel_at, cancel_at_period_end, ended_at } = subscription;
  const day = (seconds: number | null) => formatDate(new Date((seconds ?? 0) * 1000), "en-US");
  const { unit_amount: each, currency, recurring } = item.price;
  const cost = `${formatMoney((each ?? 0) * (item.quantity ?? 1), currency)} a ${recurring?.interval}`;
  if (status === "canceled") return `Your ${plan} plan ended on ${day(ended_at)}.`;
  if (status === "past_due") return `You are on ${plan}, ${cost}.`;
  const stands = `${status === "trialing" ? "You are trying" : "You are on"} ${plan}, ${cost}.`;
  if (cancel_at !== null || cancel_at_period_end)
    return `${stands} It ends on ${day(cancel_at ?? item.current_period_end)}.`;
  const withoutCard = subscription.trial_settings?.end_behavior.missing_payment_method;
  if (status === "trialing" && !hasCard && withoutCard === "cancel")
    return `${stands} It ends on ${day(item.current_period_end)}, unless you add a card before.`;
  const next = status === "trialing" ? "The plan itself begins on" : "It renews on";
  return `${stands} ${next} ${day(item.current_period_end)}.`;
}
