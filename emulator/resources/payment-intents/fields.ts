import type { Held } from "../../core/kinds";
import type { ParamsOf } from "../../core/operation";
import { mergeAddress } from "../fields";

type PaymentIntent = Held<"payment_intent">;
type CreateParams = ParamsOf<"paymentIntents.create">;

/** `shipping` as it is kept. */
export function shippingOf(given: CreateParams["shipping"] | ""): PaymentIntent["shipping"] {
  if (!given) return null;
  return {
    address: mergeAddress(given.address, null),
    carrier: given.carrier ?? null,
    name: given.name,
    phone: given.phone ?? null,
    tracking_number: given.tracking_number ?? null,
  };
}

type CardOptions = NonNullable<NonNullable<PaymentIntent["payment_method_options"]>["card"]>;

const USUAL: CardOptions = {
  installments: null,
  mandate_options: null,
  network: null,
  request_three_d_secure: "automatic",
};

/** The options for cards that a request gives, over those the intent has already, over the usual ones. */
export function cardOptions(
  given: CreateParams["payment_method_options"],
  before?: PaymentIntent,
): Pick<PaymentIntent, "payment_method_options"> {
  const { require_cvc_recollection: hadCodeAsked, ...had } = before?.payment_method_options?.card ?? USUAL;
  const card = given?.card || {};
  const incremental = card.request_incremental_authorization;
  return {
    payment_method_options: {
      card: {
        ...had,
        ...(incremental === undefined ? {} : { request_incremental_authorization: incremental }),
        request_three_d_secure: card.request_three_d_secure ?? had.request_three_d_secure,
        ...((card.require_cvc_recollection ?? hadCodeAsked) ? { require_cvc_recollection: true } : {}),
      },
    },
  };
}

/** What a payment is for in the seller's books, where a request says it. */
export function paymentDetails(
  given: CreateParams["payment_details"],
): Pick<PaymentIntent, "payment_details"> {
  if (!given) return {};
  return {
    payment_details: {
      customer_reference: given.customer_reference || null,
      order_reference: given.order_reference || null,
    },
  };
}
