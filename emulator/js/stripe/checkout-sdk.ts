import type {
  Appearance,
  StripeAddressElementOptions,
  StripeCheckoutContact,
  StripeCheckoutElementsSdkOptions,
  StripeCheckoutUpdateHandler,
  StripePaymentElementOptions,
} from "@stripe/stripe-js";
import { type Api, isObject } from "../api";
import { checkoutActions } from "./checkout-actions";
import { CheckoutState } from "./checkout-state";
import { ElementsGroup } from "./elements-group";
import { notImplemented } from "./errors";

type AddressOptions = Omit<StripeAddressElementOptions, "mode">;

/**
 * Checkout's session on the merchant's own page, with elements that are its. Everything is a property of its own, as
 * the React components spread it.
 * @see https://docs.stripe.com/js/custom_checkout/init
 */
export function initCheckoutElementsSdk(api: Api, options: StripeCheckoutElementsSdkOptions, locale: string) {
  const { clientSecret, defaultValues = {}, elementsOptions = {} } = options;
  const { appearance, fonts } = elementsOptions;
  const group = new ElementsGroup(
    api,
    { ...(appearance ? { appearance } : {}), ...(fonts ? { fonts } : {}), mode: "payment" },
    locale,
  );
  const state = new CheckoutState(api, group, {
    billingAddress: defaultValues.billingAddress ?? null,
    businessName: null,
    email: defaultValues.email ?? null,
    individualName: null,
    phoneNumber: defaultValues.phoneNumber ?? null,
    shippingAddress: defaultValues.shippingAddress ?? null,
    taxIdInfo: null,
  });
  const loaded = Promise.resolve(clientSecret).then((secret) => state.load(secret));
  loaded.catch(() => {});

  function payment(given?: StripePaymentElementOptions) {
    const element = group.create("payment", given);
    element.on("change", (event) => {
      state.progress({ card: isObject(event) && event.complete === true, error: null });
    });
    return element;
  }

  function address(mode: "billing" | "shipping", given: AddressOptions | undefined) {
    const element = group.create("address", { ...given, mode });
    element.on("change", (event) => {
      const contact = contactOf(event);
      if (contact) state.say({ [`${mode}Address`]: contact });
    });
    return element;
  }

  return {
    changeAppearance: (changed: Appearance) => group.update({ appearance: changed }),
    createBillingAddressElement: (given?: AddressOptions) => address("billing", given),
    createContactDetailsElement: () => notImplemented("The contactDetails Element"),
    createCurrencySelectorElement: () => notImplemented("The currencySelector Element"),
    createExpressCheckoutElement: () => notImplemented("The expressCheckout Element of Checkout"),
    createLinkSignupElement: () => notImplemented("The linkSignup Element"),
    createPaymentElement: payment,
    createShippingAddressElement: (given?: AddressOptions) => address("shipping", given),
    createTaxIdElement: () => notImplemented("The taxId Element"),
    createTermsElement: () => notImplemented("The terms Element"),
    getBillingAddressElement: () => group.getElement("address", { mode: "billing" }),
    getContactDetailsElement: () => null,
    getCurrencySelectorElement: () => null,
    getExpressCheckoutElement: () => null,
    getLinkSignupElement: () => null,
    getPaymentElement: () => group.getElement("payment"),
    getShippingAddressElement: () => group.getElement("address", { mode: "shipping" }),
    getTaxIdElement: () => null,
    getTermsElement: () => null,
    loadActions: async () => {
      const error = await loaded;
      if (error) return { type: "error" as const, error: { code: null, message: error.message } };
      return { type: "success" as const, actions: checkoutActions(state) };
    },
    loadFonts: () => {},
    on: (event: "change", handler: StripeCheckoutUpdateHandler) => {
      state.listen(event, handler);
    },
  };
}

/** Who and where an Address Element's form names, once it is complete. */
function contactOf(event: unknown): StripeCheckoutContact | null {
  if (!isObject(event) || event.complete !== true || !isObject(event.value)) return null;
  const { address: given, name } = event.value;
  if (!isObject(given)) return null;
  const part = (key: string) => (typeof given[key] === "string" ? given[key] : null);
  return {
    address: {
      city: part("city"),
      country: part("country") ?? "",
      line1: part("line1"),
      line2: part("line2"),
      postal_code: part("postal_code"),
      state: part("state"),
    },
    name: typeof name === "string" ? name : null,
  };
}
