import { expect, test } from "vitest";
import { colours, faultsOf, wcag } from "@/e2e/support/faults";
import { useCheckout } from "./checkout";

const checkout = useCheckout();

test.each([
  ["stripe", "light"],
  ["flat", "light"],
  ["night", "dark"],
])("the form and its errors are accessible in the theme %s", async (theme, ground) => {
  await checkout.open({
    client_secret: await checkout.paymentIntent(),
    appearance: JSON.stringify({ theme, disableAnimations: true }),
    ground,
  });
  await checkout.pay();
  // The frame is transparent, and the checker takes what it can't see through for white.
  const behind = await checkout.page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await checkout.frame.locator("body").evaluate((body, color) => {
    body.style.background = color;
  }, behind);
  expect(await faultsOf(checkout.page, { runOnly: wcag })).toEqual([]);
});

test("the challenge is accessible", async () => {
  await checkout.open({ client_secret: await checkout.paymentIntent() });
  await checkout.fill("4000002760003184");
  await checkout.press();
  await checkout.challenge.locator("#test-source-authorize-3ds").waitFor();
  expect(await faultsOf(checkout.page, { runOnly: wcag })).toEqual([]);
});

test.each([
  "customers",
  "prices",
  "events",
  "deliveries",
  "search?q=ada",
  "faults",
  "clock",
  "snapshots",
  "settings",
])("the dashboard's %s are accessible, in light and dark", async (path) => {
  await checkout.api("POST", "/v1/customers", { email: "ada@example.com" });
  await expectAccessible(path);
});

test("what the dashboard shows of one object is accessible, in light and dark", async () => {
  const { id } = await checkout.api("POST", "/v1/customers", { email: "ada@example.com" });
  await expectAccessible(`customers/${id}`);
});

async function expectAccessible(path: string): Promise<void> {
  await checkout.page.emulateMedia({ colorScheme: "light" });
  await checkout.page.goto(`${checkout.account.origin}/dashboard/${checkout.account.name}/${path}`);
  expect(await faultsOf(checkout.page, { runOnly: wcag })).toEqual([]);
  // The same page but for its colours.
  await checkout.page.emulateMedia({ colorScheme: "dark" });
  expect(await faultsOf(checkout.page, { runOnly: colours })).toEqual([]);
}
