import type { Json } from "../backend";
import { at, textAt } from "../json";
import { type Action, button, field } from "./action";
import { mainItem } from "./main-item";

const PAUSES = ["void", "keep_as_draft", "mark_uncollectible"];
const PRORATIONS = ["create_prorations", "always_invoice", "none"];

/** What an administrator may do with a subscription that hasn't ended. */
export function subscriptionActions(subscription: Json): Action[] {
  const status = textAt(subscription, "status");
  if (status === "canceled" || status === "incomplete_expired") return [];
  const path = `/v1/subscriptions/${textAt(subscription, "id")}`;
  if (status === "paused") {
    return [
      button("resume", "Resume", `${path}/resume`),
      { ...button("cancel", "Cancel now", path), method: "DELETE" },
    ];
  }
  return [
    change(subscription, path),
    pause(subscription, path),
    ...(status === "incomplete" ? [] : [button("stop", "Pause the subscription", `${path}/pause`)]),
    subscription.cancel_at_period_end === true
      ? button("keep", "Keep it", path, { cancel_at_period_end: "false" })
      : button("cancel_later", "Cancel at period end", path, { cancel_at_period_end: "true" }),
    { ...button("cancel", "Cancel now", path), method: "DELETE" },
  ];
}

function change(subscription: Json, path: string): Action {
  const item = mainItem(subscription);
  return {
    ...button("change", "Change", path, { "items[0][id]": textAt(item, "id") }),
    fields: [
      field(item, "items[0][price]", "Price", "price.id"),
      field(item, "items[0][quantity]", "Quantity", "quantity"),
      { name: "proration_behavior", label: "Proration", value: "", options: ["", ...PRORATIONS] },
    ],
  };
}

function pause(subscription: Json, path: string): Action {
  if (at(subscription, "pause_collection.behavior") !== undefined) {
    return button("resume", "Collect again", path, { pause_collection: "" });
  }
  const behavior = { name: "pause_collection[behavior]", label: "Invoices", value: "", options: PAUSES };
  return { ...button("pause", "Pause collection", path), fields: [behavior] };
}

/** What an administrator may do with a schedule that is still to do something. */
export function scheduleActions(schedule: Json): Action[] {
  const status = textAt(schedule, "status");
  if (status !== "active" && status !== "not_started") return [];
  const path = `/v1/subscription_schedules/${textAt(schedule, "id")}`;
  return [button("release", "Release", `${path}/release`), button("cancel", "Cancel now", `${path}/cancel`)];
}
