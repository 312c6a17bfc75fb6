import { describe, expect, test } from "vitest";
import { dashboard } from "@/emulator/pages/dashboard/routes";
import { fakeBackend, request } from "./fake-backend";

const subscription = {
  id: "sub_1",
  object: "subscription",
  status: "active",
  customer: "cus_1",
  created: 1795330000,
  items: { data: [{ current_period_end: 1797922000, price: { lookup_key: "reader_monthly" } }] },
};
const canceled = { ...subscription, id: "sub_2", status: "canceled" };
const product = {
  id: "prod_1",
  object: "product",
  name: "<i>Reader</i>",
  description: null,
  active: true,
  created: 1,
};
const charge = {
  id: "ch_1",
  object: "charge",
  status: "succeeded",
  amount: 1900,
  amount_refunded: 400,
  currency: "usd",
  created: 1,
};

function site() {
  const { backend, changes, again } = fakeBackend([subscription, canceled, product, charge]);
  const open = (...given: Parameters<typeof request>) => dashboard(backend, request(...given));
  return { open, changes, again };
}

describe("the dashboard", () => {
  test("opens the only account there is", async () => {
    const page = await site().open("GET", "/");
    expect(page).toMatchObject({ status: 303, headers: { Location: "/dashboard/shop/subscriptions" } });
  });

  test("lists objects with what matters of them", async () => {
    const page = await site().open("GET", "/dashboard/shop/subscriptions");
    expect(page?.body).toContain('href="/dashboard/shop/subscriptions/sub_1"');
    expect(page?.body).toContain("reader_monthly");
    expect(page?.body).toContain("2026-12-22 06:46:40");
  });

  test("shows the raw JSON, escaped, with ids as links", async () => {
    const { open } = site();
    expect((await open("GET", "/dashboard/shop/products/prod_1"))?.body).toContain(
      "&lt;i&gt;Reader&lt;/i&gt;",
    );
    const page = await open("GET", "/dashboard/shop/subscriptions/sub_1");
    expect(page?.body).toContain('<a href="/dashboard/shop/customers/cus_1">&quot;cus_1&quot;</a>');
  });

  test("lets no script and no other site's frame in", async () => {
    const policy = (await site().open("GET", "/dashboard/shop/products"))?.headers["Content-Security-Policy"];
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain("unsafe-inline");
  });

  test.each([
    ["subscriptions/sub_1/cancel", {}, { method: "DELETE", path: "/v1/subscriptions/sub_1", params: {} }],
    [
      "products/prod_1/archive",
      {},
      { method: "POST", path: "/v1/products/prod_1", params: { active: "false" } },
    ],
    [
      "products/prod_1/edit",
      { name: "Studio", description: "", active: "false" },
      { method: "POST", path: "/v1/products/prod_1", params: { name: "Studio" } },
    ],
    [
      "charges/ch_1/refund",
      { amount: "500" },
      { method: "POST", path: "/v1/refunds", params: { charge: "ch_1", amount: "500" } },
    ],
  ])("makes the change %s through the API", async (path, fields, call) => {
    const { open, changes } = site();
    const page = await open("POST", `/dashboard/shop/${path}`, { form: new URLSearchParams(fields) });
    expect(page?.status).toBe(303);
    expect(changes).toEqual([call]);
  });

  test("offers to refund what is left of a charge", async () => {
    const page = await site().open("GET", "/dashboard/shop/charges/ch_1");
    expect(page?.body).toContain('name="amount" value="1500"');
  });

  test("doesn't cancel what is canceled already", async () => {
    const { open, changes } = site();
    expect((await open("POST", "/dashboard/shop/subscriptions/sub_2/cancel"))?.status).toBe(409);
    expect(changes).toEqual([]);
  });

  test("takes no change from another site's form", async () => {
    const { open, changes } = site();
    const page = await open("POST", "/dashboard/shop/subscriptions/sub_1/cancel", { site: "cross-site" });
    expect(page?.status).toBe(403);
    expect(changes).toEqual([]);
  });

  test("shows deliveries with their answers, and sends one again", async () => {
    const { open, again } = site();
    const page = await open("GET", "/dashboard/shop/deliveries");
    expect(page?.body).toContain("<strong>500</strong>");
    expect(page?.body).toContain("&lt;b&gt;broken&lt;/b&gt;");
    expect((await open("POST", "/dashboard/shop/deliveries/dlv_1/again"))?.status).toBe(303);
    expect(again).toEqual(["dlv_1"]);
  });

  test.each([
    "/dashboard/nobody/products",
    "/dashboard/shop/nothing",
    "/dashboard/shop/products/prod_9",
    "/dashboard",
  ])("answers 404 at %s", async (path) => {
    expect((await site().open("GET", path))?.status).toBe(404);
  });

  test("leaves other paths to others", async () => {
    expect(await site().open("GET", "/v1/customers")).toBeNull();
  });
});
