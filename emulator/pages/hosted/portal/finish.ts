import type { PortalView } from "../../../hosted/portal-view";
import { html } from "../../html";
import { type Page, seeOther } from "../../page";
import { portalPage, type Visit } from "./frame";

type FlowType = NonNullable<PortalView["flow"]>["type"];

/**
 * Where the customer goes after a change: to the portal's first page, or where the session that was for this change
 * alone says. https://docs.stripe.com/customer-management/portal-deep-links#customize-flow
 */
export function finish({ view, base }: Visit, ...types: readonly FlowType[]): Page {
  const { flow } = view;
  if (!flow || !types.includes(flow.type)) return seeOther(`${base}/home`);
  const { after_completion: after } = flow;
  if (after.type === "redirect" && after.redirect) return seeOther(after.redirect.return_url);
  return seeOther(after.type === "hosted_confirmation" ? `${base}/done` : `${base}/home`);
}

/** Says that the one thing a session was for is done. */
export function donePage(visit: Visit): Page {
  const message = visit.view.flow?.after_completion.hosted_confirmation?.custom_message;
  return portalPage(visit, "Done", html`<p>${message ?? "Your change was made."}</p>`, { home: true });
}

/** The page a session that is for one thing begins with. */
export function flowPath({ flow }: PortalView): string {
  if (!flow) return "home";
  return FLOW_PATHS[flow.type](flow);
}

const FLOW_PATHS: Readonly<Record<FlowType, (flow: NonNullable<PortalView["flow"]>) => string>> = {
  customer_update: () => "details",
  payment_method_update: () => "cards/new",
  subscription_cancel: ({ subscription_cancel: cancel }) => `subscriptions/${cancel?.subscription}/cancel`,
  subscription_pause: ({ subscription_pause: pause }) => `subscriptions/${pause?.subscription}/pause`,
  subscription_update: ({ subscription_update: update }) => `subscriptions/${update?.subscription}/update`,
  subscription_update_confirm: ({ subscription_update_confirm: confirm }) => {
    const [item] = confirm?.items ?? [];
    const query = new URLSearchParams({
      ...(item?.price ? { price: item.price } : {}),
      ...(item?.quantity === undefined ? {} : { quantity: String(item.quantity) }),
    });
    return `subscriptions/${confirm?.subscription}/confirm?${query}`;
  },
};
