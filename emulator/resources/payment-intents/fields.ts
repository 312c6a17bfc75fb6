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
    ...(given.carrier === undefined ? {} : { carrier: given.carrier }),
    name: given.name,
    phone: given.phone ?? null,
    tracking_number: given.tracking_number ?? null,
  };
}

/** The options for cards that a request gives, over the usual ones. */
export function cardOptions(
  given: CreateParams["payment_method_options"],
): Pick<PaymentIntent, "payment_method_options"> {
  const card = given?.card || undefined;
  const incremental = card?.request_incremental_authorization;
  return {
    payment_method_options: {
      card: {
        installments: null,
        mandate_options: null,
        network: null,
        ...(incremental === undefined ? {} : { request_incremental_authorization: incremental }),
        request_three_d_secure: card?.request_three_d_secure ?? "automatic",
      },
    },
  };
}
