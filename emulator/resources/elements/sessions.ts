import { invalidRequest, missingReference, notFound } from "../../core/errors";
import type { Held } from "../../core/kinds";
import { type Operation, operation } from "../../core/operation";
import type { Call } from "../../core/work";
import { detach } from "../payment-methods/attach";

type Params = { readonly customer_session_client_secret?: string };
type CustomerSession = Held<"customer_session">;

const SECRET = "customer_session_client_secret";

/**
 * What the elements of a page may show: the wallets that are switched on, and the customer's saved cards, as
 * far as their session lets them, with what they may do with these. https://docs.stripe.com/payments/save-customer-payment-methods
 */
const retrieveElementsSession = operation(
  "elements.sessions.retrieve",
  (call: Call<Params>) => {
    const { customer_session_client_secret: secret } = call.params;
    const session = secret === undefined ? null : sessionOf(call, secret);
    const features = session?.components?.payment_element.features ?? null;
    return {
      object: "elements_session",
      features,
      wallets: call.store.get("_state", "state")?.wallets ?? [],
      payment_methods: session && features ? shown(call, session.customer, features) : [],
    };
  },
  { publishable: true },
);

/** Removes a saved card, where the customer's session allows that. */
const detachSavedMethod = operation(
  "elements.paymentMethods.detach",
  (call: Call<Params>) => {
    const session = sessionOf(call, call.params.customer_session_client_secret ?? "");
    const method = call.store.get("payment_method", call.id);
    if (!method || method.customer !== session.customer) throw notFound("PaymentMethod", call.id, "id");
    if (session.components?.payment_element.features?.payment_method_remove !== "enabled") {
      throw invalidRequest("This customer session doesn't allow payment methods to be removed.");
    }
    return detach(call, method);
  },
  { publishable: true },
);

/** What the frames of Elements call beside what the SDK knows. */
export const ELEMENTS_OPERATIONS: readonly Operation[] = [detachSavedMethod, retrieveElementsSession];

function sessionOf(call: Call<unknown>, secret: string): CustomerSession {
  const session = call.store.get("customer_session", secret);
  if (!session) throw missingReference("customer_session", secret, SECRET);
  if (session.expires_at > call.now()) return session;
  throw invalidRequest("This customer session has expired.", {
    code: "customer_session_expired",
    param: SECRET,
  });
}

type Features = NonNullable<NonNullable<CustomerSession["components"]>["payment_element"]["features"]>;

/** The newest cards first, those only that the customer agreed to be shown. */
function shown(call: Call<unknown>, customer: string, features: Features): Held<"payment_method">[] {
  if (features.payment_method_redisplay !== "enabled") return [];
  const filters = features.payment_method_allow_redisplay_filters;
  return call.store
    .list("payment_method", "customer", customer)
    .filter(
      ({ type, allow_redisplay }) => type === "card" && filters.includes(allow_redisplay ?? "unspecified"),
    )
    .slice(0, features.payment_method_redisplay_limit ?? undefined);
}
