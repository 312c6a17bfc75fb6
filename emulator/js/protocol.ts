import type {
  Appearance,
  CssFontSource,
  CustomFontSource,
  LineItem,
  ShippingRate,
  StripeAddressElementOptions,
  StripeCardElementOptions,
  StripeExpressCheckoutElementOptions,
  StripeLinkAuthenticationElementOptions,
  StripePaymentElementOptions,
} from "@stripe/stripe-js";
import type { Answer, ApiObject, FormParams } from "./api";

/**
 * What the merchant's page and an element's frame say to each other. The frame opens with a {@link Hello}
 * that names its nonce, the page answers with a {@link Welcome} and one end of a `MessageChannel`, and
 * everything else runs through that channel, where no other window can listen or speak.
 *
 * Card numbers are in none of these messages: the frame posts them to the API itself.
 */
export interface Hello {
  kind: "endive:hello";
  nonce: string;
}

export interface Welcome {
  kind: "endive:welcome";
  nonce: string;
  setup: FrameSetup;
}

/** The elements there are, and how each may be asked for. */
export interface ElementOptions {
  payment: StripePaymentElementOptions;
  address: StripeAddressElementOptions;
  linkAuthentication: StripeLinkAuthenticationElementOptions;
  card: StripeCardElementOptions;
  expressCheckout: StripeExpressCheckoutElementOptions;
}

export type ElementType = keyof ElementOptions;

/** The wallets the stand-in has a sheet for. */
export type Wallet = "apple_pay" | "google_pay" | "link";

/** What a wallet's sheet shows and asks for; amounts in the currency's smallest unit. */
export interface SheetOptions {
  wallet: Wallet;
  business: string;
  lineItems: LineItem[];
  billingAddressRequired: boolean;
  emailRequired: boolean;
  phoneNumberRequired: boolean;
  shippingAddressRequired: boolean;
  /** Empty for all. */
  allowedShippingCountries: string[];
  shippingRates: ShippingRate[];
  /** What went wrong before; empty where nothing did. */
  error: string;
}

/** What a frame may hold: an element, or the sheet that a wallet's button opens. */
type Framed = ElementOptions & { sheet: SheetOptions };

type Drawn = { [Type in keyof Framed]: { type: Type; options: Framed[Type] } }[keyof Framed];

/** In the currency's smallest unit. */
export interface Price {
  amount: number;
  currency: string;
}

/** What the elements of one payment share. */
export interface GroupSetup {
  publishableKey: string;
  /** The intent's secret, or null while there is only a promise of one (a deferred intent). */
  clientSecret: string | null;
  /** The secret of a customer session, which lets saved cards be shown. */
  customerSession: string | null;
  /** What a deferred intent is announced to be over; null where its secret tells. */
  price: Price | null;
  /** Whether a deferred intent will keep the card for later; with a secret, the intent itself says so. */
  keepsCard: boolean;
  /** Whether a saved card's security code is to be asked for again; with a secret, the intent says so. */
  asksCvcAgain: boolean;
  /** Whether another element asks for the billing address, so that the card's form needn't. */
  addressElsewhere: boolean;
  appearance: Appearance;
  fonts: Array<CssFontSource | CustomFontSource>;
  locale: string;
}

/** How an element is to be set up and drawn. */
export type FrameSetup = GroupSetup & Drawn;

/** The requests in which a frame puts its card, and nothing else. */
export type SubmitOperation =
  | { name: "confirm_payment_intent"; intent: string }
  | { name: "confirm_setup_intent"; intent: string }
  | { name: "create_payment_method" }
  | { name: "create_token" }
  | { name: "create_confirmation_token" };

export type FrameCall =
  /** Answers with what the element adds to a confirmation, or the first thing wrong in it. */
  | { name: "validate"; focus: boolean }
  | { name: "value" }
  /** Reads anew what the form was drawn from. */
  | { name: "reload" }
  | { name: "submit"; operation: SubmitOperation; params: FormParams };

export type ToFrame =
  | { kind: "update"; setup: FrameSetup }
  | { kind: "focus" | "blur" | "clear" | "collapse" }
  | { kind: "call"; id: number; call: FrameCall };

export interface ElementState {
  empty: boolean;
  complete: boolean;
  invalid: boolean;
  /** What its `change` event says beyond that, in the element's own form. */
  details: ApiObject;
}

/** What a frame tells of its own accord. */
export type FrameNews =
  | { kind: "focus" | "blur" | "escape" | "cancel" }
  /** `details` is what the event says beyond the element's type. */
  | { kind: "ready" | "confirm"; details: ApiObject }
  | { kind: "wallet"; wallet: Wallet }
  | { kind: "shippingaddress"; name: string; address: ApiObject }
  | { kind: "shippingrate"; shippingRate: ApiObject }
  | { kind: "change"; state: ElementState }
  | { kind: "removed"; payment_method: ApiObject; error: string | null }
  | { kind: "loaderror"; error: { type: string; code?: string; message: string } }
  | { kind: "height"; pixels: number };

export type FromFrame = FrameNews | { kind: "answer"; id: number; answer: Answer };
