import { invalidRequest, missingParam } from "../../core/errors";
import type { Held } from "../../core/kinds";
import { referenced } from "../../core/lookup";
import type { ParamsOf } from "../../core/operation";
import type { Work } from "../../core/work";

type Flow = NonNullable<Held<"billing_portal.session">["flow"]>;
type Features = Held<"billing_portal.configuration">["features"];
type Given = NonNullable<ParamsOf<"billingPortal.sessions.create">["flow_data"]>;

/** The feature that each flow needs. */
const NEEDS: Readonly<Record<Flow["type"], keyof Features>> = {
  customer_update: "customer_update",
  payment_method_update: "payment_method_update",
  subscription_cancel: "subscription_cancel",
  subscription_pause: "subscription_pause",
  subscription_update: "subscription_update",
  subscription_update_confirm: "subscription_update",
};

/** The one thing a session is for. Refuses what the portal doesn't offer and subscriptions of others. https://docs.stripe.com/customer-management/portal-deep-links */
export function flowOf(work: Work, customer: string, features: Features, given: Given): Flow {
  if (!features[NEEDS[given.type]].enabled) {
    throw invalidRequest(
      `This flow needs the feature ${NEEDS[given.type]}, which the portal's configuration hasn't enabled.`,
      { param: "flow_data[type]" },
    );
  }
  const blank: Flow = {
    after_completion: afterCompletion(given.after_completion),
    customer_update: null,
    subscription_cancel: null,
    subscription_pause: null,
    subscription_update: null,
    subscription_update_confirm: null,
    type: given.type,
  };
  return { ...blank, ...DETAILS[given.type](given, (id, param) => owned(work, customer, id, param)) };
}

type Owned = (id: string, param: string) => string;

const DETAILS: Readonly<Record<Flow["type"], (given: Given, owned: Owned) => Partial<Flow>>> = {
  customer_update: () => ({ customer_update: {} }),
  payment_method_update: () => ({}),
  subscription_cancel: ({ subscription_cancel: cancel }, owned) => {
    if (!cancel) throw missingParam("flow_data[subscription_cancel]");
    const offer = cancel.retention?.coupon_offer;
    return {
      subscription_cancel: {
        retention: offer ? { coupon_offer: offer, type: "coupon_offer" } : null,
        subscription: owned(cancel.subscription, "flow_data[subscription_cancel][subscription]"),
      },
    };
  },
  subscription_pause: ({ subscription_pause: pause }, owned) => {
    if (!pause) throw missingParam("flow_data[subscription_pause]");
    const subscription = owned(pause.subscription, "flow_data[subscription_pause][subscription]");
    return { subscription_pause: { subscription } };
  },
  subscription_update: ({ subscription_update: update }, owned) => {
    if (!update) throw missingParam("flow_data[subscription_update]");
    const subscription = owned(update.subscription, "flow_data[subscription_update][subscription]");
    return { subscription_update: { subscription } };
  },
  subscription_update_confirm: ({ subscription_update_confirm: confirm }, owned) => {
    if (!confirm) throw missingParam("flow_data[subscription_update_confirm]");
    return {
      subscription_update_confirm: {
        discounts:
          confirm.discounts?.map(({ coupon = null, promotion_code = null }) => ({
            coupon,
            promotion_code,
          })) ?? null,
        items: confirm.items.map(({ id, price = null, quantity }) => ({
          id,
          price,
          ...(quantity === undefined ? {} : { quantity }),
        })),
        subscription: owned(confirm.subscription, "flow_data[subscription_update_confirm][subscription]"),
      },
    };
  },
};

function owned(work: Work, customer: string, id: string, param: string): string {
  const subscription = referenced(work, "subscription", id, param);
  if (subscription.customer === customer) return subscription.id;
  throw invalidRequest(`The subscription ${id} isn't one of the customer ${customer}.`, { param });
}

function afterCompletion(given: Given["after_completion"]): Flow["after_completion"] {
  const { hosted_confirmation: confirmation, redirect } = given ?? {};
  return {
    hosted_confirmation: confirmation ? { custom_message: confirmation.custom_message ?? null } : null,
    redirect: redirect ?? null,
    type: given?.type ?? "portal_homepage",
  };
}
