import { setupCatalogue } from "@/lib/billing/catalogue/setup-catalogue";
import { startCheckout } from "@/lib/billing/checkout/start-checkout";
import { intentIdOf } from "@/lib/billing/ids";
import { orderOf } from "@/lib/billing/order/order";
import { stripe } from "@/lib/stripe/client";
import { mirrorFetched } from "@/lib/stripe/mirror/mirror";

/** Puts the catalogue into the account and the mirror. */
export async function openShop(): Promise<void> {
  await setupCatalogue();
  const [products, prices, meters] = await Promise.all([
    stripe().products.list({ limit: 100 }),
    stripe().prices.list({ limit: 100 }),
    stripe().billing.meters.list({ limit: 100 }),
  ]);
  await Promise.all([
    ...products.data.flatMap(({ id }) => [
      mirrorFetched("product", id),
      mirrorFetched("product_feature_list", id),
    ]),
    ...prices.data.map(({ id }) => mirrorFetched("price", id)),
    ...meters.data.map(({ id }) => mirrorFetched("billing.meter", id)),
  ]);
}

/** The price a lookup key names at Stripe now. */
export async function priceNamed(key: string) {
  const { data } = await stripe().prices.list({ lookup_keys: [key] });
  const [price] = data;
  if (!price) throw new Error(`no price ${key}`);
  return price;
}

/** Begins a purchase that has to be ready for payment. Returns its client secret. */
export async function begin(userId: string, price = "studio_monthly"): Promise<string> {
  const begun = await startCheckout({ userId, order: orderOf(price) });
  if (begun.outcome !== "ready") throw new Error(`The purchase is ${begun.outcome}.`);
  return begun.clientSecret;
}

/** Pays as the browser would, without telling the application. A decline is Stripe's answer and no error here. */
export async function pay(clientSecret: string, card = "pm_card_visa"): Promise<void> {
  const id = intentIdOf(clientSecret);
  if (!id) throw new Error("no client secret");
  const confirmed = stripe().paymentIntents.confirm(id, {
    payment_method: card,
    return_url: "http://localhost:3000/checkout/return",
  });
  await confirmed.catch((error: unknown) => {
    if (!(error instanceof Error && error.name === "StripeCardError") && !isCardError(error)) throw error;
  });
}

function isCardError(error: unknown): boolean {
  return typeof error === "object" && error !== null && "type" in error && error.type === "StripeCardError";
}

/** Every subscription Stripe has of a customer, ended ones too, the newest first. */
export async function subscriptionsOf(customer: string) {
  return (await stripe().subscriptions.list({ customer, status: "all", limit: 100 })).data;
}
