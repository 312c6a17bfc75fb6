import type {
  StripeCheckoutConfirmResult,
  StripeCheckoutContact,
  StripeCheckoutLoadActionsSuccess,
} from "@stripe/stripe-js";
import { type ApiError, type FormParams, type FormValue, isObject } from "../api";
import type { CheckoutState } from "./checkout-state";
import { createPaymentMethod } from "./create";
import { leaveFor } from "./leave";

type Given = NonNullable<Parameters<StripeCheckoutLoadActionsSuccess["confirm"]>[0]>;

/**
 * Confirms a session with the card in its Payment Element, or one that is saved, and leaves for the merchant's page.
 * @see https://docs.stripe.com/js/custom_checkout/confirm
 */
export async function confirmCheckout(
  state: CheckoutState,
  given: Given,
): Promise<StripeCheckoutConfirmResult> {
  const { said } = state;
  const billing = given.billingAddress ?? said.billingAddress;
  const contact: FormParams = {
    email: given.email ?? said.email ?? undefined,
    name: billing?.name ?? said.individualName ?? undefined,
    phone: given.phoneNumber ?? said.phoneNumber ?? undefined,
    address: addressOf(billing),
  };
  const method = await methodFor(state, given.paymentMethod, contact);
  if ("error" in method) return refused(state, method.error);
  const answer = await state.page.confirm({
    ...contact,
    ...method.params,
    expected_amount: state.view.amount_due,
    save_payment_method: given.savePaymentMethod,
    tax_id: said.taxIdInfo ? { ...said.taxIdInfo.taxId } : undefined,
  });
  if (!answer.ok) return refused(state, answer.error);
  const outcome = state.settle(answer);
  const url = given.returnUrl ?? answer.view.completion_url;
  if (given.redirect !== "if_required" && url)
    return leaveFor(url.replaceAll("{CHECKOUT_SESSION_ID}", answer.view.id));
  return outcome.type === "success" ? outcome : refused(state, outcome.error);
}

/** The payment method to confirm with: the one named, or what is typed; what the address elements hold goes with it. */
async function methodFor(
  state: CheckoutState,
  named: string | undefined,
  { address, ...contact }: FormParams,
): Promise<{ error: ApiError } | { params: FormParams }> {
  if (!state.view.needs_payment_method) return { params: {} };
  if (named !== undefined) return { params: { payment_method: named } };
  const checked = await state.group.submit();
  if ("error" in checked) return checked;
  const billing_details = { ...contact, ...(address === undefined ? {} : { address }) };
  const made = await createPaymentMethod(state.api, { elements: state.group, params: { billing_details } });
  if ("error" in made) return made;
  const { id, billing_details: details } = made.paymentMethod;
  return { params: { ...collectedOf(details), payment_method: String(id) } };
}

/** What the elements beside the card said of who pays: it is the session's to know as well. */
function collectedOf(details: unknown): FormParams {
  if (!isObject(details)) return {};
  const text = (value: unknown): FormValue => (typeof value === "string" && value !== "" ? value : undefined);
  const address = isObject(details.address)
    ? Object.fromEntries(Object.entries(details.address).map(([part, value]) => [part, text(value)]))
    : undefined;
  const { email, name, phone } = details;
  return { address, email: text(email), name: text(name), phone: text(phone) };
}

function addressOf(contact: StripeCheckoutContact | null): FormValue {
  if (!contact) return undefined;
  return Object.fromEntries(
    Object.entries(contact.address).flatMap(([part, value]) => (value ? [[part, value]] : [])),
  );
}

function refused(state: CheckoutState, error: ApiError): StripeCheckoutConfirmResult {
  const { decline_code: declined, message, type } = error;
  if (type !== "card_error") return { type: "error", error: { code: null, message } };
  state.progress({ error: message });
  const declineCode = typeof declined === "string" ? declined : null;
  return { type: "error", error: { code: "paymentFailed", message, paymentFailed: { declineCode } } };
}
