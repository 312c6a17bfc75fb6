import { customerOf } from "../../billing/customer";
import { refuseUnbuilt } from "../../billing/unbuilt";
import { invalidRequest, missingParam } from "../../core/errors";
import type { Held } from "../../core/kinds";
import { operation, type ParamsOf } from "../../core/operation";

type Components = NonNullable<Held<"customer_session">["components"]>;
type Given = ParamsOf<"customerSessions.create">["components"];

const LASTS = 30 * 60;
const SECRET_LENGTH = 48;

/** Lets a browser show what is saved for a customer. https://docs.stripe.com/api/customer_sessions/create */
export const createCustomerSession = operation("customerSessions.create", (call) => {
  refuseUnbuilt(call.params, ["customer_account"]);
  if (call.params.customer === undefined) throw missingParam("customer");
  const customer = customerOf(call, call.params.customer);
  const components = componentsOf(call.params.components);
  if (!Object.values(components).some(({ enabled }) => enabled)) {
    throw invalidRequest("A customer session needs at least one component that is enabled.", {
      param: "components",
    });
  }
  const created = call.now();
  const secret = `cuss_secret_${call.random(SECRET_LENGTH)}`;
  return call.store.put("customer_session", {
    id: secret,
    object: "customer_session",
    client_secret: secret,
    components,
    created,
    customer: customer.id,
    customer_account: null,
    expires_at: created + LASTS,
    livemode: false,
  });
});

function componentsOf(given: Given): Components {
  const { customer_sheet: sheet, mobile_payment_element: mobile, payment_element: payment } = given;
  return {
    active_entitlements: { enabled: given.active_entitlements?.enabled ?? false },
    buy_button: { enabled: given.buy_button?.enabled ?? false },
    customer_portal: { enabled: given.customer_portal?.enabled ?? false },
    customer_sheet: {
      enabled: sheet?.enabled ?? false,
      features: sheet?.enabled
        ? {
            payment_method_allow_redisplay_filters: sheet.features
              ?.payment_method_allow_redisplay_filters ?? ["always"],
            payment_method_remove: sheet.features?.payment_method_remove ?? "disabled",
          }
        : null,
    },
    mobile_payment_element: {
      enabled: mobile?.enabled ?? false,
      features: mobile?.enabled
        ? {
            payment_method_allow_redisplay_filters: mobile.features
              ?.payment_method_allow_redisplay_filters ?? ["always"],
            payment_method_redisplay: mobile.features?.payment_method_redisplay ?? "disabled",
            payment_method_remove: mobile.features?.payment_method_remove ?? "disabled",
            payment_method_save: mobile.features?.payment_method_save ?? "disabled",
            payment_method_save_allow_redisplay_override:
              mobile.features?.payment_method_save_allow_redisplay_override ?? null,
          }
        : null,
    },
    payment_element: {
      enabled: payment?.enabled ?? false,
      features: payment?.enabled ? paymentFeatures(payment.features) : null,
    },
    pricing_table: { enabled: given.pricing_table?.enabled ?? false },
  };
}

function paymentFeatures(
  given: NonNullable<Given["payment_element"]>["features"],
): NonNullable<Components["payment_element"]["features"]> {
  return {
    payment_method_allow_redisplay_filters: given?.payment_method_allow_redisplay_filters ?? ["always"],
    payment_method_redisplay: given?.payment_method_redisplay ?? "disabled",
    payment_method_redisplay_limit:
      given?.payment_method_redisplay_limit ?? (given?.payment_method_redisplay === "enabled" ? 3 : null),
    payment_method_remove: given?.payment_method_remove ?? "disabled",
    payment_method_save: given?.payment_method_save ?? "disabled",
    payment_method_save_usage: given?.payment_method_save_usage ?? null,
  };
}
