import type { PortalOffer } from "../../../hosted/portal-offers";
import type { PortalItem, PortalView } from "../../../hosted/portal-view";
import type { ApiAnswer, Backend } from "../../backend";
import { textAt } from "../../json";
import type { Visit } from "./frame";
import type { Change } from "./update-page";

type Conditions = PortalView["features"]["subscription_update"]["schedule_at_period_end"]["conditions"];

const DAYS = { day: 1, month: 30, week: 7, year: 365 } as const;

/** Whether each condition holds for a change. https://docs.stripe.com/customer-management/configure-portal */
const HOLDS: Readonly<
  Record<Conditions[number]["type"], (item: PortalItem, offer: PortalOffer, quantity: number) => boolean>
> = {
  decreasing_item_amount: (item, offer, quantity) =>
    (offer.unitAmount ?? 0) * quantity < (item.unitAmount ?? 0) * item.quantity,
  shortening_interval: (item, offer) =>
    DAYS[offer.interval] * offer.interval_count < DAYS[item.interval] * item.interval_count,
};

/** Whether the portal makes a change only when the period that is paid for is over. */
export function waitsForPeriod(
  view: PortalView,
  item: PortalItem,
  offer: PortalOffer,
  quantity: number,
): boolean {
  const { conditions } = view.features.subscription_update.schedule_at_period_end;
  return conditions.some(({ type }) => HOLDS[type](item, offer, quantity));
}

/** Schedules a change for the end of the period; a schedule that can't have it is let go of again. */
export async function changeLater(
  backend: Backend,
  { account }: Visit,
  subscription: string,
  item: PortalItem,
  { price, quantity }: Change,
): Promise<ApiAnswer> {
  const begun = await backend.call(account, "POST", "/v1/subscription_schedules", {
    from_subscription: subscription,
  });
  if (!begun.ok) return begun;
  const path = `/v1/subscription_schedules/${textAt(begun.object, "id")}`;
  const planned = await backend.call(account, "POST", path, {
    end_behavior: "release",
    "phases[0][end_date]": textAt(begun.object, "phases.0.end_date"),
    "phases[0][items][0][price]": item.price,
    "phases[0][items][0][quantity]": String(item.quantity),
    "phases[0][start_date]": textAt(begun.object, "phases.0.start_date"),
    "phases[1][items][0][price]": price,
    "phases[1][items][0][quantity]": String(quantity),
    "phases[1][proration_behavior]": "none",
  });
  if (!planned.ok) await backend.call(account, "POST", `${path}/release`);
  return planned;
}
