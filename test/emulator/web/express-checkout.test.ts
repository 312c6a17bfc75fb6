import { expect, test } from "vitest";
import { useCheckout } from "./checkout";

const checkout = useCheckout("express.tsx");

const buttons = () => checkout.page.frameLocator('iframe[title="Secure express checkout frame"]');
const sheet = () => checkout.page.frameLocator('iframe[title="Secure wallet frame"]');

async function switchOn(wallets: string[]): Promise<void> {
  await fetch(`${checkout.account.origin}/_emulator/wallets`, {
    method: "POST",
    headers: { Authorization: `Bearer sk_test_${checkout.account.name}`, "Content-Type": "application/json" },
    body: JSON.stringify({ wallets }),
  });
}

/** Opens the page and waits until its buttons, if there are any, can be pressed. */
async function open(): Promise<string> {
  const secret = await checkout.paymentIntent();
  await checkout.page.goto(checkout.address({ client_secret: secret }));
  await heard("ready");
  return secret.split("_secret_")[0] ?? "";
}

const heard = (event: string) => checkout.page.getByTestId("events").filter({ hasText: event }).waitFor();

test("no button is shown unless a wallet was switched on", async () => {
  await switchOn([]);
  await open();
  await heard("ready undefined");
  expect(await checkout.page.locator("iframe").boundingBox()).toMatchObject({ height: 0 });
});

test("a wallet's sheet is cancelled, refuses an address, and pays to another with what was asked for", async () => {
  await switchOn(["google_pay", "link"]);
  const intent = await open();
  await heard('"googlePay":true');
  await buttons().getByRole("button", { name: "Pay with Google Pay" }).click();
  await sheet().getByRole("button", { name: "Cancel" }).click();
  await heard("cancel");
  expect(await checkout.page.locator("dialog").count()).toBe(0);
  await buttons().getByRole("button", { name: "Pay with Link" }).click();
  await heard("click link");
  await sheet().getByLabel("Ship to").selectOption({ index: 1 });
  await sheet().getByText("It can't be delivered there.").waitFor();
  await sheet().getByLabel("Ship to").selectOption({ index: 0 });
  await sheet().getByText("It can't be delivered there.").waitFor({ state: "detached" });
  await sheet().getByRole("button", { name: "Pay $19.00" }).click();
  expect(await checkout.result()).toMatchObject({ paymentIntent: { status: "succeeded" } });
  await heard("confirm ada@example.com South San Francisco");
  expect(await checkout.page.locator("dialog").count()).toBe(0);
  expect((await checkout.api("GET", `/v1/payment_intents/${intent}`)).shipping).toMatchObject({
    name: "Ada Lovelace",
    address: { city: "South San Francisco", country: "US" },
  });
});

test("a refused card is told of in the sheet, which stays for another that asks for 3-D Secure", async () => {
  await switchOn(["apple_pay"]);
  await open();
  await buttons().getByRole("button", { name: "Pay with Apple Pay" }).click();
  await sheet().getByLabel("Test card").selectOption("4000000000000002");
  await sheet().getByRole("button", { name: "Pay $19.00" }).click();
  await sheet().getByText("Your card was declined.").waitFor();
  expect(await checkout.result()).toMatchObject({ error: { code: "card_declined" } });
  await sheet().getByLabel("Test card").selectOption("4000002760003184");
  await sheet().getByRole("button", { name: "Pay $19.00" }).click();
  await checkout.challenge.locator("#test-source-authorize-3ds").click();
  await checkout.page.getByTestId("result").filter({ hasText: '"paymentIntent"' }).waitFor();
  expect(await checkout.result()).toMatchObject({ paymentIntent: { status: "succeeded" } });
});
