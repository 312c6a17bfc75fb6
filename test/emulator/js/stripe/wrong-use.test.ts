import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createStripe } from "@/emulator/js/stripe/stripe";
import { fakePage, ORIGIN } from "./page";

beforeEach(fakePage);
afterEach(() => vi.unstubAllGlobals());

const SECRET = "pi_1_secret_2";
const SETUP = "seti_1_secret_2";
const PAYMENT = { mode: "payment", amount: 1900, currency: "usd" } as const;

const stripe = () => createStripe(ORIGIN, "pk_test_wrong");
const group = () => stripe().elements({ clientSecret: SECRET });

/** Calls as a page does in which nothing checks types. */
function call(object: object, method: string, ...args: unknown[]): unknown {
  return Reflect.apply(Reflect.get(object, method), object, args);
}

function twice(type: string, options?: object): unknown {
  const elements = group();
  call(elements, "create", type, options);
  return call(elements, "create", type, options);
}

/** A group whose Payment Element is there, but can't be seen. */
function unmounted() {
  const elements = group();
  elements.create("payment");
  return elements;
}

function destroyed() {
  const elements = group();
  const element = elements.create("payment");
  element.mount("#here");
  element.destroy();
  return { elements, element };
}

function mountedTwice(): void {
  const element = group().create("payment");
  element.mount("#here");
  element.mount("#there");
}

const confirm = (given?: object) => call(stripe(), "confirmPayment", given);
const inPlace = { redirect: "if_required" };

const WRONG: ReadonlyArray<readonly [string, () => unknown, string]> = [
  [
    "no key",
    () => call({ createStripe }, "createStripe", ORIGIN),
    "Please call Stripe() with your publishable key.",
  ],
  ["an empty key", () => createStripe(ORIGIN, ""), "You used an empty string."],
  [
    "a secret key",
    () => createStripe(ORIGIN, "sk_test_1"),
    "You should not use your secret key with Stripe.js.",
  ],
  [
    "elements for a secret that is none",
    () => stripe().elements({ clientSecret: "pi_1" }),
    `clientSecret should be a client secret of the form \${id}_secret_\${secret}. You specified: pi_1.`,
  ],
  [
    "elements with secret and mode",
    () => stripe().elements({ clientSecret: SECRET, ...PAYMENT }),
    "not both",
  ],
  ["elements in another mode", () => call(stripe(), "elements", { mode: "buy" }), "You specified: buy."],
  [
    "elements over nothing",
    () => stripe().elements({ ...PAYMENT, amount: 0 }),
    "amount should be a positive",
  ],
  [
    "elements in no currency",
    () => stripe().elements({ mode: "payment", amount: 1900 }),
    "currency should be",
  ],
  ["an element by no name", () => call(group(), "create"), "A valid Element name must be provided."],
  [
    "an element by a wrong name",
    () => call(group(), "create", "paymentElement"),
    "you passed: paymentElement.",
  ],
  [
    "an element that isn't built",
    () => call(group(), "create", "iban"),
    "The iban Element is not implemented",
  ],
  ["an element created twice", () => twice("payment"), "Can only create one Element of type payment"],
  [
    "an address created twice",
    () => twice("address", { mode: "billing" }),
    "Can only create one Element of type",
  ],
  ["an address of no mode", () => call(group(), "create", "address"), "options.mode should be one of"],
  [
    "a Payment Element with nothing to pay",
    () => stripe().elements().create("payment"),
    "In order to create a payment element, you must pass a clientSecret or mode",
  ],
  ["mounting nowhere", () => call(group().create("payment"), "mount"), "Missing argument."],
  [
    "mounting into what isn't a node",
    () => call(group().create("payment"), "mount", {}),
    "Invalid DOM element.",
  ],
  [
    "mounting where nothing is",
    () => group().create("payment").mount("#gone"),
    "(#gone) applies to no DOM elements",
  ],
  ["mounting in two places", mountedTwice, "This Element is already mounted. Use `unmount()`"],
  ["submitting no element", () => group().submit(), "should have a mounted Payment Element"],
  ["submitting an unmounted element", () => unmounted().submit(), "should have a mounted Payment Element"],
  [
    "submitting a destroyed element",
    () => destroyed().elements.submit(),
    "should have a mounted Payment Element",
  ],
  [
    "confirming nothing",
    () => confirm(),
    "You must pass in a clientSecret when calling stripe.confirmPayment().",
  ],
  [
    "confirming a deferred intent without its secret",
    () => confirm({ elements: stripe().elements(PAYMENT), ...inPlace }),
    "You must pass in a clientSecret",
  ],
  [
    "confirming with elements of somebody else",
    () => confirm({ elements: {}, clientSecret: SECRET, ...inPlace }),
    "elements should be an object created by stripe.elements().",
  ],
  [
    "confirming what isn't a secret",
    () => confirm({ clientSecret: "pi_1", ...inPlace }),
    "Invalid value for stripe.confirmPayment intent secret: value should be a client secret of the form",
  ],
  [
    "confirming another kind of intent",
    () => confirm({ clientSecret: SETUP, ...inPlace }),
    "of the form pi_",
  ],
  ["setting up a payment", () => stripe().confirmSetup({ clientSecret: SECRET }), "of the form seti_"],
  ["confirming without a way back", () => confirm({ elements: unmounted() }), "return_url is required"],
  [
    "confirming an unmounted element",
    () => confirm({ elements: unmounted(), ...inPlace }),
    "Invalid value for stripe.confirmPayment(): elements should have a mounted Payment Element",
  ],
  [
    "confirming a destroyed element",
    () => confirm({ elements: destroyed().elements, ...inPlace }),
    "elements should have a mounted Payment Element",
  ],
  [
    "confirming a form that wasn't submitted",
    () => confirm({ elements: stripe().elements(PAYMENT), clientSecret: SECRET, ...inPlace }),
    "elements.submit() must be called before stripe.confirmPayment()",
  ],
  ["a card's payment by a set-up", () => stripe().confirmCardPayment(SETUP), "of the form pi_"],
  ["a card's set-up by a payment", () => stripe().confirmCardSetup(SECRET), "of the form seti_"],
  [
    "paying with a card that isn't mounted",
    () =>
      stripe().confirmCardPayment(SECRET, { payment_method: { card: stripe().elements().create("card") } }),
    "We could not retrieve data from the specified Element.",
  ],
  [
    "retrieving another kind",
    () => stripe().retrieveSetupIntent(SECRET),
    "stripe.retrieveSetupIntent intent secret",
  ],
  ["the next action of nothing", () => stripe().handleNextAction(), "stripe.handleNextAction intent secret"],
  [
    "a payment method of elements of somebody else",
    () => call(stripe(), "createPaymentMethod", { elements: {} }),
    "elements should be an object created by stripe.elements().",
  ],
  [
    "a confirmation token of nothing",
    () => call(stripe(), "createConfirmationToken"),
    "Invalid value for stripe.createConfirmationToken(): elements",
  ],
  [
    "a confirmation token of an unmounted element",
    () => stripe().createConfirmationToken({ elements: unmounted() }),
    "elements should have a mounted Payment Element",
  ],
];

describe("wrong use throws an IntegrationError that says what is wrong:", () => {
  test.each(WRONG)("%s", async (_what, use, words) => {
    const refusal = { name: "IntegrationError", message: expect.stringContaining(words) };
    await expect((async () => use())()).rejects.toMatchObject(refusal);
  });

  test.each(["mount", "unmount", "destroy", "update", "focus", "blur", "clear", "collapse"])(
    "%s of a destroyed element",
    (method) => {
      const { element } = destroyed();
      const words = "This Element has already been destroyed. Please create a new one.";
      expect(() => call(element, method, "#here")).toThrow(words);
    },
  );
});

test("whatever Stripe.js has is there, or says by its name that it isn't", () => {
  const types = new URL(
    "../../../../node_modules/@stripe/stripe-js/dist/stripe-js/stripe.d.ts",
    import.meta.url,
  );
  const names = [...readFileSync(types, "utf8").matchAll(/^ {2}(\w+)\(/gm)].map(([, name]) => name);
  expect(names).toContain("initCheckoutFormSdk");
  expect(Object.keys(stripe())).toEqual(expect.arrayContaining(names));
  expect(() => call(stripe(), "initCheckoutFormSdk")).toThrow(
    "stripe.initCheckoutFormSdk() is not implemented by the Stripe stand-in.",
  );
});

test("an element may be mounted again where it is, elsewhere after unmounting, and made anew", () => {
  const elements = group();
  const element = elements.create("payment");
  element.mount("#here");
  element.mount("#here");
  element.unmount();
  element.mount("#there");
  element.destroy();
  expect(elements.getElement("payment")).toBeNull();
  expect(elements.create("payment")).not.toBe(element);
});
