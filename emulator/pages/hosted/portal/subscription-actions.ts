import type { PortalSubscription } from "../../../hosted/portal-view";
import type { ApiAnswer, Backend, Method } from "../../backend";
import type { Page } from "../../page";
import { cancelPage } from "./cancel-page";
import { finish } from "./finish";
import type { Visit } from "./frame";
import { homePage } from "./home-page";
import { pausePage } from "./pause-page";

type Params = Readonly<Record<string, string>>;

function call(
  backend: Backend,
  { account }: Visit,
  { id }: PortalSubscription,
  params: Params,
  method: Method = "POST",
): Promise<ApiAnswer> {
  const path = `/v1/subscriptions/${id}`;
  return method === "DELETE"
    ? backend.call(account, method, `${path}?${new URLSearchParams(params)}`)
    : backend.call(account, method, path, params);
}

/** Ends a subscription, now or with its period, as the portal's configuration says. */
export async function cancel(
  backend: Backend,
  visit: Visit,
  subscription: PortalSubscription,
  form: URLSearchParams,
): Promise<Page> {
  const { mode, proration_behavior: prorations } = visit.view.features.subscription_cancel;
  const { feedback, comment } = Object.fromEntries(form);
  const details = {
    ...(feedback ? { "cancellation_details[feedback]": feedback } : {}),
    ...(comment ? { "cancellation_details[comment]": comment } : {}),
  };
  const answer =
    mode === "immediately"
      ? await call(
          backend,
          visit,
          subscription,
          {
            ...details,
            invoice_now: String(prorations === "always_invoice"),
            prorate: String(prorations !== "none"),
          },
          "DELETE",
        )
      : await call(backend, visit, subscription, { ...details, cancel_at_period_end: "true" });
  return answer.ok ? finish(visit, "subscription_cancel") : cancelPage(visit, subscription, answer);
}

/** Takes back a cancellation that hasn't come to pass. */
export async function keep(backend: Backend, visit: Visit, subscription: PortalSubscription): Promise<Page> {
  const answer = await call(backend, visit, subscription, { cancel_at_period_end: "false" });
  return answer.ok ? finish(visit) : homePage(visit, answer);
}

/** Stays, for the coupon that the session offers to whoever is about to go. */
export async function stay(backend: Backend, visit: Visit, subscription: PortalSubscription): Promise<Page> {
  const coupon = visit.view.flow?.subscription_cancel?.retention?.coupon_offer?.coupon ?? "";
  const answer = await call(backend, visit, subscription, { "discounts[0][coupon]": coupon });
  return answer.ok ? finish(visit, "subscription_cancel") : cancelPage(visit, subscription, answer);
}

const SECONDS = { day: 86_400, week: 7 * 86_400 } as const;

/** Pauses the payments of a subscription. */
export async function pause(
  backend: Backend,
  visit: Visit,
  subscription: PortalSubscription,
  form: URLSearchParams,
): Promise<Page> {
  const options = visit.view.features.subscription_pause.duration.interval_options;
  const chosen = options[Number(form.get("duration") ?? "0")] ?? options[0];
  const resumes = chosen ? later(visit.view.now, chosen.interval, chosen.interval_count) : null;
  const answer = await call(backend, visit, subscription, {
    "pause_collection[behavior]": "void",
    ...(resumes === null ? {} : { "pause_collection[resumes_at]": String(resumes) }),
  });
  return answer.ok ? finish(visit, "subscription_pause") : pausePage(visit, subscription, answer);
}

/** Unix seconds so many intervals after a time. */
function later(from: number, interval: "day" | "month" | "week" | "year", count: number): number {
  if (interval === "day" || interval === "week") return from + count * SECONDS[interval];
  const at = new Date(from * 1000);
  at.setUTCMonth(at.getUTCMonth() + count * (interval === "year" ? 12 : 1));
  return Math.floor(at.getTime() / 1000);
}

/** Goes on with the payments of a subscription that is paused. */
export async function resume(
  backend: Backend,
  visit: Visit,
  subscription: PortalSubscription,
): Promise<Page> {
  const answer = await call(backend, visit, subscription, { pause_collection: "" });
  return answer.ok ? finish(visit) : homePage(visit, answer);
}
