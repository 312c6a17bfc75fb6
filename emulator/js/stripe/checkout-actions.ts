import type { StripeCheckoutLoadActionsSuccess } from "@stripe/stripe-js";
import type { ApiError } from "../api";
import { confirmCheckout } from "./checkout-confirm";
import type { CheckoutState, Outcome } from "./checkout-state";

type Actions = StripeCheckoutLoadActionsSuccess;

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/**
 * What a page with Checkout's elements does with its session.
 * @see https://docs.stripe.com/js/custom_checkout/session_object
 */
export function checkoutActions(state: CheckoutState): Actions {
  let confirming: ReturnType<Actions["confirm"]> | null = null;
  const said = (part: Parameters<CheckoutState["say"]>[0]) => {
    state.say(part);
    return Promise.resolve({ type: "success" as const, session: state.session });
  };
  const change = async (params: Parameters<CheckoutState["page"]["change"]>[0]) =>
    plain(state.settle(await state.page.change(params)));
  const missing = (what: string) =>
    Promise.resolve({
      type: "error" as const,
      error: { code: null, message: `This session has no ${what}.` },
    });
  return {
    addOptionalLineItem: () => missing("optional items"),
    applyPromotionCode: async (code) => {
      const outcome = state.settle(await state.page.change({ promotion_code: code }));
      return outcome.type === "success" ? outcome : { type: "error", error: codeError(outcome.error) };
    },
    confirm: (given = {}) => {
      confirming ??= confirmCheckout(state, given).finally(() => {
        confirming = null;
      });
      return confirming;
    },
    getSession: () => state.session,
    removeOptionalLineItem: () => missing("optional items"),
    removePromotionCode: () => change({ promotion_code: "" }),
    runServerUpdate: async (update) => {
      await update();
      return plain(state.settle(await state.page.read()));
    },
    updateBillingAddress: (billingAddress) => said({ billingAddress }),
    updateBusinessName: (businessName) => said({ businessName }),
    updateEmail: (email) => {
      if (email === null || EMAIL.test(email)) return said({ email });
      const code = email.includes("@") ? "invalidEmail" : "incompleteEmail";
      return Promise.resolve({ type: "error", error: { code, message: `Invalid email address: ${email}` } });
    },
    updateIndividualName: (individualName) => said({ individualName }),
    updateLineItemQuantity: ({ lineItem, quantity }) => change({ line_item: { id: lineItem, quantity } }),
    updatePhoneNumber: (phoneNumber) => said({ phoneNumber }),
    updateShippingAddress: (shippingAddress) => said({ shippingAddress }),
    updateShippingOption: (id) => change({ shipping_rate: id }),
    updateTaxIdInfo: (taxIdInfo) => said({ taxIdInfo }),
    validateElements: async () => {
      const checked = await state.group.submit();
      if (!("error" in checked)) return { type: "success", session: state.session };
      const { message } = checked.error;
      const validation_errors = [{ element: "payment" as const, message }];
      return { type: "error", error: { code: "validation_error", message, validation_errors } };
    },
  };
}

function plain(outcome: Outcome) {
  if (outcome.type === "success") return outcome;
  return { type: "error" as const, error: { code: null, message: outcome.error.message } };
}

function codeError({ code, message }: ApiError) {
  if (code === "promotion_code_invalid") return { code: "invalidCode" as const, message };
  if (/minimum amount/.test(message)) return { code: "promotionCodeAmountInsufficient" as const, message };
  return { code: null, message };
}
