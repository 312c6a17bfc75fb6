import type { Page } from "@playwright/test";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { sharedBrowser } from "./browser";
import { type Account, newAccount } from "./stand-in";

let page: Page;

beforeAll(async () => {
  const browser = await sharedBrowser();
  const context = await browser.newContext({ javaScriptEnabled: false });
  page = await context.newPage();
});

afterAll(() => page?.context().close());

/** Each test has an account of its own. */
let account: Account;

beforeEach(() => {
  account = newAccount();
});

const api: Account["api"] = (...request) => account.api(...request);

const open = (path: string) => page.goto(`${account.origin}/dashboard/${account.name}/${path}`);

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
    const response = await fetch(`${account.origin}/_emulator/listen`, {
      method: "POST",
      headers: { Authorization: `Bearer sk_test_${account.name}` },
      body: JSON.stringify({ forward_to: `${account.origin}/_emulator/health`, secret: "whsec_test" }),
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

  test("make a product and its price, and delete the price nobody bought", async () => {
    await api("GET", "/v1/products");
    await open("products");
    await page.getByText("Create product").first().click();
    await page.getByLabel("Name").fill("Reader");
    await page.getByRole("button", { name: "Create product" }).click();
    await page.getByText("Created.").waitFor();
    const [product] = (await api("GET", "/v1/products")).data;
    await open("prices");
    await page.getByText("Create price").first().click();
    await page.locator(".folded").getByLabel("Product").fill(String(product?.id));
    await page.getByLabel("Amount").fill("nine");
    await page.getByRole("button", { name: "Create price" }).click();
    await page.getByRole("alert").waitFor();
    expect(await page.getByLabel("Amount").inputValue()).toBe("nine");
    await page.getByLabel("Amount").fill("900");
    await page.getByRole("button", { name: "Create price" }).click();
    await page.getByText("Created.").waitFor();
    expect((await api("GET", "/v1/prices")).data).toMatchObject([
      { unit_amount: 900, currency: "usd", recurring: { interval: "month" } },
    ]);
    await page.getByRole("button", { name: "Delete" }).click();
    await page.getByText("Deleted.").waitFor();
    expect((await api("GET", "/v1/prices")).data).toEqual([]);
    expect((await api("GET", "/v1/events?type=price.deleted")).data).toHaveLength(1);
  });

  test("not delete a price somebody has bought", async () => {
    const { items } = await subscription();
    const [price] = (await api("GET", "/v1/prices")).data;
    expect(items).toBeDefined();
    await open(`prices/${price?.id}`);
    await page.getByRole("button", { name: "Delete" }).click();
    await page.getByRole("alert").waitFor();
    expect((await api("GET", "/v1/prices")).data).toHaveLength(1);
  });

  test("pause a subscription and let it go on, cancel it later and keep it, change its quantity", async () => {
    const { id } = await subscription();
    await open(`subscriptions/${id}`);
    for (const [button, words, changed] of [
      ["Pause collection", "Paused.", { pause_collection: { behavior: "void" } }],
      ["Collect again", "Resumed.", { pause_collection: null }],
      ["Cancel at period end", "It will be canceled", { cancel_at_period_end: true }],
      ["Keep it", "It will go on.", { cancel_at_period_end: false }],
    ] as const) {
      await page.getByRole("button", { name: button, exact: true }).click();
      await page.getByText(words).waitFor();
      expect(await api("GET", `/v1/subscriptions/${id}`)).toMatchObject(changed);
    }
    await page.getByLabel("Quantity").fill("3");
    await page.getByRole("button", { name: "Change", exact: true }).click();
    await page.getByText("Changed.").waitFor();
    expect(await api("GET", `/v1/subscriptions/${id}`)).toMatchObject({ items: { data: [{ quantity: 3 }] } });
  });

  test("dispute a charge as its cardholder would", async () => {
    await subscription();
    const [charge] = (await api("GET", "/v1/charges")).data;
    await open(`charges/${charge?.id}`);
    await page.getByLabel("Reason").selectOption("subscription_canceled");
    await page.getByRole("button", { name: "Dispute" }).click();
    await page.getByText("Disputed.").waitFor();
    expect((await api("GET", "/v1/disputes")).data).toMatchObject([
      { charge: charge?.id, reason: "subscription_canceled", status: "needs_response" },
    ]);
    expect(await page.getByRole("button", { name: "Dispute" }).count()).toBe(0);
  });

  test("find an object by its e-mail and by its metadata, and narrow a list", async () => {
    const one = await api("POST", "/v1/customers", { email: "ada@example.com", "metadata[user]": "42" });
    await api("POST", "/v1/customers", { email: "grace@example.com" });
    await open("customers");
    for (const wanted of ["ADA@", "user:42", one.id]) {
      await page.getByRole("searchbox", { name: "Search" }).fill(wanted);
      await page.getByRole("button", { name: "Find" }).click();
      await page.getByRole("link", { name: one.id }).waitFor();
      expect(await page.locator("tbody tr").count()).toBe(1);
    }
    await open("customers");
    await page.getByLabel("E-mail").last().fill("grace@example.com");
    await page.getByRole("button", { name: "Filter" }).click();
    await page.waitForURL("**/customers?email=*");
    expect(await page.locator("tbody tr").count()).toBe(1);
  });

  test("make something go wrong, and no more", async () => {
    await api("GET", "/v1/products");
    await open("faults");
    const requests = page.getByRole("region", { name: "Requests" });
    await requests.getByLabel("What").selectOption("rate_limit");
    await requests.getByLabel("Path").fill("/v1/products");
    await requests.getByRole("button", { name: "Add rule" }).click();
    await page.getByText("Too many requests").first().waitFor();
    await expect(api("GET", "/v1/products")).rejects.toThrow("429");
    await requests.getByLabel("Probability").fill("7");
    await requests.getByRole("button", { name: "Add rule" }).click();
    await page.getByRole("alert").waitFor();
    await page.getByRole("button", { name: "Remove" }).click();
    await page.getByText("Nothing goes wrong on purpose.").waitFor();
    expect((await api("GET", "/v1/products")).data).toEqual([]);
  });

  test("go to the next thing that is due, and by a month", async () => {
    const { id } = await subscription();
    await open("clock");
    await page.getByText("A subscription's next invoice is announced").waitFor();
    await page.getByRole("button", { name: "Go there" }).click();
    await page.getByText("A subscription's period or phase ends").waitFor();
    await page.getByRole("button", { name: "Go there" }).click();
    await page.getByText("A draft invoice is finalized and paid").waitFor();
    expect((await api("GET", `/v1/invoices?subscription=${id}`)).data).toHaveLength(2);
    await page.getByRole("button", { name: "A month" }).click();
    await page.getByText("days and").waitFor();
    expect((await api("GET", `/v1/invoices?subscription=${id}`)).data).toHaveLength(3);
  });

  test("come back to a snapshot", async () => {
    await api("POST", "/v1/products", { name: "Reader" });
    await open("snapshots");
    await page.getByLabel("Name").fill("one");
    await page.getByRole("button", { name: "Keep" }).click();
    await page.getByText("Kept.").waitFor();
    await page.getByRole("button", { name: "Reset account" }).click();
    await page.getByText("Everything forgotten.").waitFor();
    expect((await api("GET", "/v1/products")).data).toEqual([]);
    await page.getByRole("button", { name: "Bring back: one" }).click();
    await page.getByText("Brought back to the snapshot.").waitFor();
    expect((await api("GET", "/v1/products")).data).toHaveLength(1);
  });
});
