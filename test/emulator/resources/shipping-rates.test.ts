import { expect, it } from "vitest";
import { useEmulator } from "../support/use-emulator";

const emulator = useEmulator();

const expand = ["fixed_amount.currency_options"];

function byPost(currency_options: Record<string, { amount: number }>) {
  return {
    display_name: "By post",
    fixed_amount: { amount: 500, currency: "usd", currency_options },
    type: "fixed_amount",
  } as const;
}

it("shipping may cost something else in other currencies, which are shown when asked for", async () => {
  const { shippingRates } = emulator.stripe("currencies");
  const rate = await shippingRates.create(byPost({ eur: { amount: 450 } }));
  expect(rate.fixed_amount).toEqual({ amount: 500, currency: "usd" });
  const changed = await shippingRates.update(rate.id, {
    expand,
    fixed_amount: { currency_options: { eur: { tax_behavior: "inclusive" }, gbp: { amount: 400 } } },
  });
  expect(changed.fixed_amount?.currency_options).toEqual({
    eur: { amount: 450, tax_behavior: "inclusive" },
    gbp: { amount: 400, tax_behavior: "unspecified" },
    usd: { amount: 500, tax_behavior: "unspecified" },
  });
  expect((await shippingRates.list()).data[0]?.fixed_amount).toEqual({ amount: 500, currency: "usd" });
});

it("a currency that there isn't is refused by its name", async () => {
  await expect(
    emulator.stripe("none").shippingRates.create(byPost({ zzz: { amount: 1 } })),
  ).rejects.toMatchObject({
    param: "fixed_amount[currency_options][zzz]",
    statusCode: 400,
  });
});
