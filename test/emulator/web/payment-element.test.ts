import { describe, expect, test } from "vitest";
import { useCheckout } from "./checkout";

const checkout = useCheckout();

/** Everything the merchant's document holds that a script of its own could read. */
function merchantDocument(): Promise<string> {
  return checkout.page.evaluate(() => document.documentElement.outerHTML);
}

describe("the Payment Element", () => {
  test("takes a card, and its number never enters the merchant's page", async () => {
    await checkout.open({ client_secret: await checkout.paymentIntent() });
    const sent: string[] = [];
    checkout.page.on("request", (request) => {
      if (request.postData()?.includes("4242")) sent.push(new URL(request.frame().url()).origin);
    });
    await checkout.fill("4242424242424242");
    const { paymentIntent: paid } = await checkout.pay();
    expect(paid).toMatchObject({ status: "succeeded", amount: 1900 });
    expect(sent).toEqual([checkout.account.origin]);
    expect(await merchantDocument()).not.toContain("4242");
  });

  test("is mounted once under StrictMode, and again after it was taken away", async () => {
    await checkout.open({ client_secret: await checkout.paymentIntent() });
    expect(await checkout.page.locator("iframe").count()).toBe(1);
    await checkout.page.getByRole("button", { name: "Leave" }).click();
    expect(await checkout.page.locator("iframe").count()).toBe(0);
    await checkout.page.getByRole("button", { name: "Come back" }).click();
    await checkout.fill("4242424242424242");
    expect(await checkout.pay()).toMatchObject({ paymentIntent: { status: "succeeded" } });
  });

  test("says in place what is missing, and sends nothing", async () => {
    const secret = await checkout.paymentIntent();
    await checkout.open({ client_secret: secret });
    expect(await checkout.pay()).toEqual({
      error: {
        type: "validation_error",
        code: "incomplete_number",
        message: "Your card number is incomplete.",
      },
    });
    for (const message of [
      "Your card number is incomplete.",
      "Your card's expiration date is incomplete.",
      "Your card's security code is incomplete.",
      "Your postal code is incomplete.",
    ]) {
      await checkout.frame.getByText(message).waitFor();
    }
    const intents = await checkout.api("GET", `/v1/payment_intents/${secret.split("_secret_")[0]}`);
    expect(intents.status).toBe("requires_payment_method");
  });

  test("tells a wrong number while it is typed and forgets the error when it is mended", async () => {
    await checkout.open({ client_secret: await checkout.paymentIntent() });
    await checkout.frame.getByLabel("Card number").fill("4242424242424241");
    await checkout.frame.getByText("Your card number is invalid.").waitFor();
    await checkout.page.locator(".StripeElement--invalid").waitFor();
    await checkout.frame.getByLabel("Card number").fill("4242424242424242");
    await checkout.frame.getByText("Your card number is invalid.").waitFor({ state: "detached" });
    expect(await checkout.page.locator(".StripeElement--invalid").count()).toBe(0);
  });

  test("gives a decline as a card error with its intent, and takes another card afterwards", async () => {
    await checkout.open({ client_secret: await checkout.paymentIntent() });
    await checkout.fill("4000000000000002");
    expect(await checkout.pay()).toMatchObject({
      error: {
        type: "card_error",
        code: "card_declined",
        decline_code: "generic_decline",
        message: "Your card was declined.",
        payment_intent: { status: "requires_payment_method" },
      },
    });
    await checkout.frame.getByLabel("Card number").fill("4242424242424242");
    expect(await checkout.pay()).toMatchObject({ paymentIntent: { status: "succeeded" } });
  });

  test("can be filled in and paid with the keyboard alone", async () => {
    await checkout.open({ client_secret: await checkout.paymentIntent() });
    await checkout.page.keyboard.press("Tab");
    await checkout.page.keyboard.press("Tab");
    await checkout.page.keyboard.type("4242424242424242");
    await checkout.page.keyboard.type("1234");
    await checkout.page.keyboard.type("123");
    await checkout.page.keyboard.press("Tab");
    await checkout.page.keyboard.type("94107");
    await checkout.page.keyboard.press("Tab");
    await checkout.page.keyboard.press("Enter");
    expect(await checkout.result()).toMatchObject({ paymentIntent: { status: "succeeded" } });
  });

  test("keeps the state of the form in class names of the node it sits in", async () => {
    await checkout.open({ client_secret: await checkout.paymentIntent() });
    await checkout.page.locator(".StripeElement.StripeElement--empty").waitFor();
    await checkout.fill("4242424242424242");
    await checkout.page.locator(".StripeElement--complete.StripeElement--focus").waitFor();
    expect(await checkout.page.locator(".StripeElement--empty").count()).toBe(0);
  });

  test("emits its events after React has attached its listeners", async () => {
    await checkout.open({ client_secret: await checkout.paymentIntent() });
    await checkout.frame.getByLabel("Card number").press("Escape");
    await checkout.fill("4242424242424242");
    await checkout.page.getByTestId("events").filter({ hasText: "change complete" }).waitFor();
    const events = ((await checkout.page.getByTestId("events").textContent()) ?? "").split("\n");
    for (const event of ["loaderstart", "ready", "change empty", "focus", "escape", "change complete"]) {
      expect(events).toContain(event);
    }
  });

  test("reports an intent that doesn't exist instead of showing a form", async () => {
    await checkout.page.goto(checkout.address({ client_secret: "pi_3NothingThereAtAll000000_secret_none" }));
    await checkout.page
      .getByTestId("events")
      .filter({ hasText: "loaderror No such payment_intent" })
      .waitFor();
  });

  test("goes to the return_url with the intent, its secret and how it went", async () => {
    const secret = await checkout.paymentIntent();
    await checkout.open({ client_secret: secret, redirect: "always" });
    await checkout.fill("4242424242424242");
    await checkout.page.getByRole("button", { name: "Pay" }).click();
    await checkout.page.waitForURL(/\/returned/);
    expect(Object.fromEntries(new URL(checkout.page.url()).searchParams)).toEqual({
      payment_intent: secret.split("_secret_")[0],
      payment_intent_client_secret: secret,
      redirect_status: "succeeded",
    });
  });

  test("fits into 320 pixels and shows every field", async () => {
    await checkout.page.setViewportSize({ width: 320, height: 640 });
    await checkout.open({ client_secret: await checkout.paymentIntent() });
    const sideways = await checkout.page.evaluate(
      () => document.documentElement.scrollWidth > window.innerWidth,
    );
    expect(sideways).toBe(false);
    const cut = await checkout.frame.locator("body").evaluate((body) => body.scrollWidth > body.clientWidth);
    expect(cut).toBe(false);
    const { height = 0 } = (await checkout.page.locator("iframe").boundingBox()) ?? {};
    const form = await checkout.frame.locator("body").evaluate((body) => body.getBoundingClientRect().height);
    expect(height).toBe(Math.ceil(form));
  });

  test("wears the page's appearance, and nothing but properties comes through it", async () => {
    const appearance = {
      theme: "night",
      variables: { colorText: "rgb(1, 2, 3)" },
      rules: { ".Input": { borderRadius: "9px" }, "body{display:none}.Input": { color: "red" } },
    };
    await checkout.open({
      client_secret: await checkout.paymentIntent(),
      appearance: JSON.stringify(appearance),
    });
    const style = await checkout.frame.getByLabel("Card number").evaluate((input) => {
      const { color, borderTopLeftRadius, display } = getComputedStyle(input);
      return { color, borderTopLeftRadius, display };
    });
    expect(style).toEqual({ color: "rgb(1, 2, 3)", borderTopLeftRadius: "9px", display: "block" });
  });

  test("changes its dress when the page changes it: theme, variables by both their names, and rules", async () => {
    await checkout.open({ client_secret: await checkout.paymentIntent() });
    const given = {
      mode: "payment",
      amount: 1900,
      currency: "usd",
      appearance: { theme: "flat", rules: { ".Input": { paddingLeft: "31px" } } },
    };
    await checkout.page.evaluate(`
      document.body.innerHTML = '<div id="dressed"></div>';
      window.dressed = Stripe("pk_test_${checkout.account.name}").elements(${JSON.stringify(given)});
      dressed.create("payment").mount("#dressed");
    `);
    const worn = async () => {
      const number = checkout.frame.getByLabel("Card number");
      await number.focus();
      return number.evaluate((input) => {
        const css = (node: Element | null) => getComputedStyle(node ?? document.body);
        const label = document.querySelector(".Label");
        return {
          ground: css(input).backgroundColor,
          padding: css(input).paddingLeft,
          focused: css(input).borderTopColor,
          label: `${css(label).fontSize} ${css(label).color}`,
          code: css(document.querySelector(".CvcIcon")).color,
          scheme: css(document.querySelector(".ElementForm")).colorScheme,
        };
      });
    };
    expect(await worn()).toMatchObject({ ground: "rgb(241, 242, 244)", padding: "31px", scheme: "light" });
    const appearance = {
      theme: "night",
      variables: {
        labelFontSize: "19px",
        labelColorText: "rgb(1, 2, 3)",
        inputFocusColorBorder: "rgb(4, 5, 6)",
        colorIconCardCvc: "rgb(7, 8, 9)",
      },
      rules: { ".Input:focus": { paddingLeft: "33px" } },
      disableAnimations: true,
    };
    await checkout.page.evaluate(`dressed.update({ appearance: ${JSON.stringify(appearance)} })`);
    await expect.poll(worn).toEqual({
      ground: "rgb(48, 49, 61)",
      padding: "33px",
      focused: "rgb(4, 5, 6)",
      label: "19px rgb(1, 2, 3)",
      code: "rgb(7, 8, 9)",
      scheme: "dark",
    });
  });

  test("speaks with nobody who doesn't know its nonce", async () => {
    await checkout.open({ client_secret: await checkout.paymentIntent() });
    await checkout.page.evaluate((origin) => {
      const heard: unknown[] = [];
      Object.assign(window, { heard });
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => heard.push(data);
      const welcome = { kind: "endive:welcome", nonce: "guessed", setup: {} };
      document.querySelector("iframe")?.contentWindow?.postMessage(welcome, origin, [port2]);
      window.postMessage({ kind: "endive:hello", nonce: "guessed" }, "*");
    }, checkout.account.origin);
    await checkout.fill("4242424242424242");
    expect(await checkout.pay()).toMatchObject({ paymentIntent: { status: "succeeded" } });
    expect(await checkout.page.evaluate("heard")).toEqual([]);
  });
});
