import type Stripe from "stripe";
import type { Names } from "./compare";

/** What the recorded account had on sale, put into ours: gives what is what. */
export async function recordedCatalogue(stripe: Stripe): Promise<Names> {
  const product = await stripe.products.create({
    id: "prod_EYTX7RYhRjcwKD",
    name: "Test Subscription",
    unit_label: "user",
  });
  const price = async (
    unit_amount: number,
    interval: "month" | "year",
    more: Partial<Stripe.PriceCreateParams> = {},
  ) =>
    (
      await stripe.prices.create({
        currency: "usd",
        product: product.id,
        recurring: { interval },
        unit_amount,
        ...more,
      })
    ).id;
  const shirt = await stripe.products.create({ name: "T-Shirt" });
  const once = await stripe.prices.create({ currency: "usd", product: shirt.id, unit_amount: 1500 });
  await stripe.coupons.create({ duration: "forever", id: "10OFF", name: "10% Off", percent_off: 10 });
  await stripe.coupons.create({ duration: "forever", id: "sirmAxRi", name: "Half Off", percent_off: 50 });
  return new Map([
    ["default", await price(1000, "month", { nickname: "Default", tax_behavior: "exclusive" })],
    ["small-monthly", await price(2500, "month", { nickname: "Small Monthly", tax_behavior: "exclusive" })],
    ["small-annual", await price(25000, "year", { nickname: "Small Annual" })],
    ["price_1JNJJkKXBGcbgpbZuOiH3XJK", await price(1900, "month")],
    ["price_1ILVZaKXBGcbgpbZQ26kgXWG", once.id],
  ]);
}
