import { missingParam } from "../../core/errors";
import type { Held } from "../../core/kinds";
import { operation, type ParamsOf } from "../../core/operation";
import type { Call } from "../../core/work";
import { givenMethod, type MethodGiven } from "../../payments/given-method";
import { shippingOf } from "../payment-intents/fields";

type Token = Held<"confirmation_token">;
type Known = ParamsOf<"testHelpers.confirmationTokens.create">;
type Params = Omit<Known, keyof MethodGiven | "payment_method_options"> &
  MethodGiven & { readonly payment_method_options?: OptionsGiven };

/** What the SDK's types know, and the code that only a browser sends. */
type OptionsGiven = { readonly card?: { readonly cvc_token?: string; readonly installments?: object } };

const LASTS = 12 * 60 * 60;

/** As a form does it, without one. https://docs.stripe.com/api/confirmation_tokens/test_create */
export const createTestConfirmationToken = operation("testHelpers.confirmationTokens.create", create);

/** What Stripe.js makes of a form, for a server to confirm with. https://docs.stripe.com/js/confirmation_tokens/create_confirmation_token */
export const createConfirmationToken = operation("confirmationTokens.create", create, { publishable: true });

function create(call: Call<Params>): Token {
  const { params } = call;
  const method = givenMethod(call);
  if (!method) throw missingParam("payment_method_data");
  const { address, name, phone = null } = shippingOf(params.shipping) ?? {};
  const created = call.now();
  return call.store.put("confirmation_token", {
    id: call.newId("confirmation_token"),
    object: "confirmation_token",
    created,
    expires_at: created + LASTS,
    livemode: false,
    mandate_data: null,
    metadata: {},
    method: method.id,
    payment_intent: null,
    payment_method_options: optionsOf(params),
    payment_method_preview: preview(method),
    return_url: params.return_url ?? null,
    setup_future_usage: params.setup_future_usage ?? null,
    setup_intent: null,
    shipping: address && name !== undefined ? { address, name, phone } : null,
    use_stripe_sdk: true,
  });
}

function optionsOf({ payment_method_options: options }: Params): Token["payment_method_options"] {
  if (!options?.card) return null;
  return { card: { cvc_token: options.card.cvc_token ?? null } };
}

/** What will be known of the payment method, which has no id yet. */
function preview(method: Held<"payment_method">): NonNullable<Token["payment_method_preview"]> {
  const { allow_redisplay, billing_details, card, customer, type } = method;
  return {
    ...(allow_redisplay === undefined ? {} : { allow_redisplay }),
    billing_details,
    ...(card === undefined ? {} : { card }),
    customer,
    customer_account: null,
    type,
  };
}
