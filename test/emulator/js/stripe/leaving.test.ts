import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createStripe } from "@/emulator/js/stripe/stripe";
import { fakePage, ORIGIN } from "./page";

let page: ReturnType<typeof fakePage>;
beforeEach(() => {
  page = fakePage();
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const PAYMENT = { mode: "payment", amount: 1900, currency: "usd" } as const;
const stripe = () => createStripe(ORIGIN, "pk_test_leaving");

test.each(["unmount", "destroy"] as const)(
  "an element leaves no frame, listener or class behind: %s",
  (leave) => {
    const element = stripe().elements(PAYMENT).create("payment");
    element.mount("#here");
    page.greet();
    expect([page.here.children.length, page.listeners.size, page.here.classList.size]).toEqual([1, 1, 2]);
    element[leave]();
    expect([page.here.children.length, page.listeners.size, page.here.classList.size]).toEqual([0, 0, 0]);
  },
);

test("a destroyed element tells nobody anything any more, and what it was asked is answered", async () => {
  const elements = stripe().elements(PAYMENT);
  const element = elements.create("payment");
  const heard = vi.fn();
  element.on("loaderstart", heard);
  element.mount("#here");
  const submitted = elements.submit();
  element.destroy();
  expect(await submitted).toMatchObject({ error: { type: "invalid_request_error" } });
  await new Promise((resolve) => setTimeout(resolve));
  expect(heard).not.toHaveBeenCalled();
});

test("a wallet that was clicked opens no more once its button is gone, and nothing waits for it", async () => {
  const started = vi.spyOn(globalThis, "setTimeout");
  const ended = vi.spyOn(globalThis, "clearTimeout");
  const element = stripe().elements(PAYMENT).create("expressCheckout");
  const clicked = new Promise<unknown>((resolve) => element.on("click", resolve));
  element.mount("#here");
  page.greet().postMessage({ kind: "wallet", wallet: "link" });
  const event = await clicked;
  const patience = started.mock.calls.findIndex(([, delay]) => delay === 1000);
  element.unmount();
  expect(ended).toHaveBeenCalledWith(started.mock.results[patience]?.value);
  expect(event).toMatchObject({ expressPaymentType: "link", resolve: expect.any(Function) });
  const made = vi.spyOn(document, "createElement");
  if (event && typeof event === "object" && "resolve" in event && typeof event.resolve === "function")
    event.resolve();
  expect(made).not.toHaveBeenCalled();
});

test("an embedded page is the only one until it is destroyed, and then gone with all it had", async () => {
  const create = (clientSecret = "cs_1_secret_2") => stripe().createEmbeddedCheckoutPage({ clientSecret });
  await expect(create("pi_1_secret_2")).rejects.toMatchObject({ name: "IntegrationError" });
  const embedded = await create();
  await expect(create()).rejects.toThrow("You cannot have multiple Embedded Checkout objects.");
  embedded.mount("#here");
  expect([page.here.children.length, page.listeners.size]).toEqual([1, 1]);
  embedded.unmount();
  expect(page.here.children).toHaveLength(0);
  embedded.mount("#here");
  embedded.destroy();
  expect([page.here.children.length, page.listeners.size]).toEqual([0, 0]);
  expect(() => embedded.mount("#here")).toThrow("already been destroyed");
  (await create()).destroy();
});
