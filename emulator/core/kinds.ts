import type Stripe from "stripe";
import type { FaultRule } from "../faults/rule";
import type { CardRecord, Challenge } from "../payments/records";
import type { CheckoutAsked, CheckoutAttempt } from "../resources/checkout/asked";
import type {
  AccountState,
  DeletedRecord,
  Delivery,
  IdempotencyRecord,
  Job,
  MeterEventRecord,
  SigningSecret,
} from "./records";
import type { Stored } from "./stored";

/**
 * Everything an account's store can hold, by kind. A kind of Stripe's is named as its `object` field says;
 * a kind of our own starts with an underscore, is never shown through the API, and has an `id` as well.
 */
export interface Kinds {
  account: Stored<Stripe.Account>;
  balance_transaction: Stored<Stripe.BalanceTransaction>;
  "billing_portal.configuration": Stored<Stripe.BillingPortal.Configuration>;
  "billing_portal.session": Stored<Stripe.BillingPortal.Session> & {
    /** Unix seconds when its customer was last at it; null before they came. */
    readonly seen: number | null;
  };
  "billing.feedback_option": Stored<Stripe.Billing.FeedbackOption>;
  "billing.meter": Stored<Stripe.Billing.Meter>;
  card: Stored<Stripe.Card>;
  charge: Stored<Stripe.Charge>;
  "checkout.session": Stored<Stripe.Checkout.Session> & {
    readonly asked: CheckoutAsked;
    readonly attempt: CheckoutAttempt;
  };
  confirmation_token: Stored<Stripe.ConfirmationToken> & {
    /** The payment method it stands for, which the API doesn't show. */
    readonly method: string;
  };
  coupon: Stored<Stripe.Coupon>;
  credit_note: Stored<Stripe.CreditNote>;
  credit_note_line_item: Stored<Stripe.CreditNoteLineItem> & { readonly credit_note: string };
  customer: Stored<Stripe.Customer>;
  customer_balance_transaction: Stored<Stripe.CustomerBalanceTransaction>;
  customer_session: Stored<Stripe.CustomerSession> & { readonly id: string };
  dispute: Stored<Stripe.Dispute>;
  discount: Stored<Stripe.Discount> & {
    /** The coupon it was made of, where that was deleted and another has its id. */
    readonly former?: Stored<Stripe.Coupon>;
  };
  "entitlements.active_entitlement": Stored<Stripe.Entitlements.ActiveEntitlement> & {
    readonly customer: string;
  };
  "entitlements.feature": Stored<Stripe.Entitlements.Feature>;
  ephemeral_key: Stored<Stripe.EphemeralKey>;
  event: Stored<Stripe.EventBase> & {
    /** Unix seconds of the machine's clock: how old an event is doesn't depend on time moved by hand. */
    readonly recorded: number;
  };
  invoice: Stored<Stripe.Invoice>;
  invoice_payment: Stored<Stripe.InvoicePayment>;
  invoiceitem: Stored<Stripe.InvoiceItem>;
  item: Stored<Stripe.LineItem> & { readonly session: string; readonly tax_rates: readonly string[] };
  line_item: Stored<Stripe.InvoiceLineItem> & {
    /** Tax rates of the line's own; without any, those of its invoice apply. */
    readonly tax_rates?: readonly string[];
  };
  mandate: Stored<Stripe.Mandate>;
  payment_intent: Stored<Stripe.PaymentIntent>;
  payment_method: Stored<Stripe.PaymentMethod>;
  payment_method_configuration: Stored<Stripe.PaymentMethodConfiguration>;
  price: Stored<Stripe.Price>;
  product: Stored<Stripe.Product>;
  product_feature: Stored<Stripe.ProductFeature> & { readonly product: string };
  promotion_code: Stored<Stripe.PromotionCode> & {
    /** Its coupon was deleted, and another has that one's id. */
    readonly orphaned?: true;
  };
  "radar.early_fraud_warning": Stored<Stripe.Radar.EarlyFraudWarning>;
  refund: Stored<Stripe.Refund>;
  setup_attempt: Stored<Stripe.SetupAttempt>;
  setup_intent: Stored<Stripe.SetupIntent>;
  shipping_rate: Stored<Stripe.ShippingRate>;
  subscription: Omit<Stored<Stripe.Subscription>, "pending_update"> & {
    readonly pending_update: PendingUpdate | null;
  };
  subscription_item: Stored<Stripe.SubscriptionItem>;
  subscription_schedule: Stored<Stripe.SubscriptionSchedule>;
  tax_code: Stored<Stripe.TaxCode>;
  tax_id: Stored<Stripe.TaxId>;
  tax_rate: Stored<Stripe.TaxRate>;
  "test_helpers.test_clock": Stored<Stripe.TestHelpers.TestClock>;
  token: Stored<Stripe.Token>;
  webhook_endpoint: Stored<Stripe.WebhookEndpoint>;
  _card: CardRecord;
  _challenge: Challenge;
  _deleted: DeletedRecord;
  _delivery: Delivery;
  _fault: FaultRule;
  _idempotency: IdempotencyRecord;
  _job: Job;
  _meter_event: MeterEventRecord;
  _signing_secret: SigningSecret;
  _state: AccountState;
}

/** A change that waits for its payment keeps the items as they will be, whole: they aren't the subscription's yet. */
type PendingUpdate = Omit<
  NonNullable<Stored<Stripe.Subscription>["pending_update"]>,
  "subscription_items"
> & {
  readonly subscription_items: readonly Stored<Stripe.SubscriptionItem>[] | null;
};

export type Kind = keyof Kinds;

/** An object of one kind, as stored. */
export type Held<K extends Kind> = Kinds[K];
