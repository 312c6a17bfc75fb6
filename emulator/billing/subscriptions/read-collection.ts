import { invalidRequest } from "../../core/errors";
import type { Held } from "../../core/kinds";
import type { ParamsOf } from "../../core/operation";

type Subscription = Held<"subscription">;
type UpdateParams = ParamsOf<"subscriptions.update">;

/** What is sent is due some days later, and nothing else is. */
export function checkDays(method: UpdateParams["collection_method"], days: number | undefined): void {
  const sent = method === "send_invoice";
  if (days !== undefined && !sent) {
    throw invalidRequest(
      "You can only specify `days_until_due` if subscription collection method is `send_invoice`.",
      { param: "days_until_due" },
    );
  }
  if (sent && days === undefined) {
    throw invalidRequest(
      "If subscription collection method is `send_invoice`, you must specify `days_until_due`.",
      { param: "days_until_due" },
    );
  }
}

/** How invoices are collected after an update. */
export function changedCollection(
  { collection_method: present, days_until_due: days }: Subscription,
  params: UpdateParams,
): Pick<Subscription, "collection_method" | "days_until_due"> {
  const method = params.collection_method ?? present;
  const kept = method === "send_invoice" ? (days ?? undefined) : undefined;
  const until = params.days_until_due ?? kept;
  checkDays(method, until);
  return { collection_method: method, days_until_due: until ?? null };
}
