import { type Browser, chromium, type Page } from "@playwright/test";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { findBrowser } from "@/e2e/support/browser";
import { type StandIn, startStandIn } from "./stand-in";

let standIn: StandIn;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  standIn = await startStandIn();
  browser = await chromium.launch(await findBrowser());
  const context = await browser.newContext({ javaScriptEnabled: false });
  page = await context.newPage();
});

afterAll(async () => {
  await browser?.close();
  await standIn?.stop();
});

/** Each test has an account of its own. */
let account = "";
let accounts = 0;

beforeEach(() => {
  account = `dashboard${++accounts}`;
});

const api = (method: string, path: string, params?: Record<string, string>) =>
  standIn.api(account, method, path, params);

const open = (path: string) => page.goto(`${standIn.origin}/dashboard/${account}/${path}`);

async function subscription() {
  const customer = await api("POST", "/v1/customers", { email: "ada@example.com" });
  const { id: card } = await api("POST", "/v1/payment_methods/pm_card_visa/attach", {
    customer: customer.id,
  });
  const price = await api("POST", "/v1/prices", {
    currency: "usd",
    unit_amount: "1900",
    "recurring[interval]": "month",
    "product_data[name]": "Studio",
  });
  return api("POST", "/v1/subscriptions", {
    customer: customer.id,
    default_payment_method: card,
    "items[0][price]": price.id,
  });
}

describe("an administrator's changes by hand, without JavaScript", () => {
  test("edit a product and archive it", async () => {
    const product = await api("POST", "/v1/products", { name: "Reader" });
    await open("products");
    await page.getByRole("link", { name: product.id }).click();
    await page.getByLabel("Name").fill("Reader & friends");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Saved.").waitFor();
    await page.getByRole("button", { name: "Archive" }).click();
    await page.getByText("Archived.").waitFor();
    expect(await api("GET", `/v1/products/${product.id}`)).toMatchObject({
      name: "Reader & friends",
      active: false,
    });
  });

  test("cancel a subscription at once, with its event", async () => {
    const { id } = await subscription();
    await open(`subscriptions/${id}`);
    await page.getByRole("button", { name: "Cancel now" }).click();
    await page.getByText("Canceled.").waitFor();
    expect((await api("GET", `/v1/subscriptions/${id}`)).status).toBe("canceled");
    const { data } = await api("GET", "/v1/events?type=customer.subscription.deleted");
    expect(data).toHaveLength(1);
    expect(await page.getByRole("button", { name: "Cancel now" }).count()).toBe(0);
  });

  test("refund a part of a charge, and hear why more can't be", async () => {
    await subscription();
    const [charge] = (await api("GET", "/v1/charges")).data;
    await open(`charges/${charge?.id}`);
    await page.getByLabel("Amount").fill("500");
    await page.getByRole("button", { name: "Refund" }).click();
    await page.getByText("Refunded.").waitFor();
    expect(await api("GET", `/v1/charges/${charge?.id}`)).toMatchObject({
      amount_refunded: 500,
      refunded: false,
    });
    await page.getByLabel("Amount").fill("1500");
    await page.getByRole("button", { name: "Refund" }).click();
    await page.getByRole("alert").waitFor();
    expect(await api("GET", `/v1/charges/${charge?.id}`)).toMatchObject({ amount_refunded: 500 });
  });

  test("send a delivery again", async () => {
    const response = await fetch(`${standIn.origin}/_emulator/listen`, {
      method: "POST",
      headers: { Authorization: `Bearer sk_test_${account}` },
      body: JSON.stringify({ forward_to: `${standIn.origin}/_emulator/health`, secret: "whsec_test" }),
    });
    expect(response.ok).toBe(true);
    await api("POST", "/v1/products", { name: "Reader" });
    await open("deliveries");
    await page.getByRole("button", { name: "Send again" }).first().click();
    await expect
      .poll(async () => {
        await page.reload();
        return page.locator(".attempts").first().locator("li").count();
      })
      .toBeGreaterThan(1);
  });
});
