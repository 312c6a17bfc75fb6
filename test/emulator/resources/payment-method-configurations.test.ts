import { expect, it } from "vitest";
import { useEmulator } from "../support/use-emulator";

const emulator = useEmulator();

it("an account has one of its own, and intents name the one they go by", async () => {
  const stripe = emulator.stripe("own");
  const [own] = (await stripe.paymentMethodConfigurations.list()).data;
  expect(own).toMatchObject({
    card: { available: true, display_preference: { preference: "on", value: "on" } },
    is_default: true,
  });
  const intent = await stripe.paymentIntents.create({ amount: 900, currency: "usd" });
  expect(intent.payment_method_configuration_details).toEqual({ id: own?.id, parent: null });
  const other = await stripe.paymentMethodConfigurations.create({
    klarna: { display_preference: { preference: "on" } },
    name: "With Klarna",
    ...(own === undefined ? {} : { parent: own.id }),
  });
  const setup = await stripe.setupIntents.create({ payment_method_configuration: other.id });
  expect(setup.payment_method_configuration_details).toEqual({ id: other.id, parent: own?.id });
  expect(other.klarna?.available).toBe(true);
});

it("an update changes only what it names", async () => {
  const stripe = emulator.stripe("update");
  const made = await stripe.paymentMethodConfigurations.create({
    link: { display_preference: { preference: "on" } },
  });
  const updated = await stripe.paymentMethodConfigurations.update(made.id, {
    active: false,
    card: { display_preference: { preference: "off" } },
  });
  expect(updated).toMatchObject({
    active: false,
    card: { available: false, display_preference: { value: "off" } },
    link: { available: true },
  });
});

it("refuses one that isn't there", async () => {
  await expect(
    emulator.stripe("missing").paymentIntents.create({
      amount: 900,
      currency: "usd",
      payment_method_configuration: "pmc_none",
    }),
  ).rejects.toMatchObject({ code: "resource_missing", param: "payment_method_configuration" });
});
