import { beforeAll, expect, test, vi } from "vitest";
import { DELETE, GET, PATCH, POST, PUT } from "@/app/api/stripe/webhook/route";
import { db } from "@/db/client";
import { prices } from "@/db/schema/stripe/catalogue";
import { events } from "@/db/schema/stripe/events";
import { invoices } from "@/db/schema/stripe/invoices";
import { paymentIntents } from "@/db/schema/stripe/payments";
import { customers } from "@/db/schema/stripe/people";
import { subscriptions } from "@/db/schema/stripe/subscriptions";
import { useTestDatabase } from "@/test/support/use-database";
import { delivery, event, SECRET } from "../support/events";
import { useFakeStripe } from "../support/fake-stripe";
import { hostileRequests, tooLarge } from "../support/hostile";

useTestDatabase();
useFakeStripe();
// Each refusal is told of there.
beforeAll(() => void vi.spyOn(console, "warn").mockImplementation(() => {}));

const { refused, taken } = hostileRequests(SECRET);
const signed = (body: string) => delivery(body);

test.each(refused)("%s is refused with a reason, and nothing is stored", async (_, request, reason) => {
  const before = await db.$count(events);
  const response = await POST(request());
  expect(response.status).toBe(reason === tooLarge ? 413 : 400);
  expect(await response.json()).toEqual({ error: reason });
  expect(await db.$count(events)).toBe(before);
  for (const table of mirrored) expect(await db.$count(table)).toBe(0);
});

const mirrored = [customers, invoices, paymentIntents, prices, subscriptions];

test.each(taken)("%s is taken in", async (_, request) => {
  const before = await db.$count(events);
  const body = JSON.stringify(event("gatehouse.invented", { id: "x_1", object: "invention" }));
  expect((await POST(request(body))).status).toBe(200);
  expect(await db.$count(events)).toBe(before + 1);
});

test("a body whose sender goes away is refused with a reason, and nothing is stored", async () => {
  const before = await db.$count(events);
  const { headers } = signed("{}");
  const body = new ReadableStream({
    start: (controller) => controller.enqueue(Buffer.from("{")),
    pull: (controller) => controller.error(new Error("aborted")),
  });
  const init: RequestInit & { duplex: "half" } = { method: "POST", headers, body, duplex: "half" };
  const response = await POST(new Request("http://localhost/api/stripe/webhook", init));
  expect(response.status).toBe(400);
  expect(await response.json()).toEqual({ error: "The body broke off." });
  expect(await db.$count(events)).toBe(before);
});

test("an amount written with a fraction of nothing is kept as the whole number it is", async () => {
  const paid = event("payment_intent.created", { id: "pi_whole", object: "payment_intent", amount: 1500 });
  const sent = JSON.stringify(paid).replace("1500", "1.500E3");
  expect((await POST(signed(sent))).status).toBe(200);
  const [row] = await db.select({ amount: paymentIntents.amount }).from(paymentIntents);
  expect(row).toEqual({ amount: 1500 });
  await db.delete(paymentIntents);
});

test("an endless link to another object leads nowhere", async () => {
  const discount = { id: "di_1", object: "discount", customer: "x".repeat(9_000) };
  expect((await POST(delivery(event("customer.discount.created", discount)))).status).toBe(200);
  const summary = { object: "entitlements.active_entitlement_summary", customer: "x".repeat(9_000) };
  const told = event("entitlements.active_entitlement_summary.updated", summary);
  expect((await POST(delivery(told))).status).toBe(200);
});

test("any of several secrets may sign, so that one can be replaced", async () => {
  const { receive } = await import("@/lib/stripe/webhooks/receive");
  const endpoint = { id: "default", secrets: ["whsec_new", SECRET] };
  for (const secret of endpoint.secrets) {
    const request = delivery(event("gatehouse.invented", { object: "invention" }), { secret });
    expect((await receive(request, { handlers: [] }, endpoint)).status).toBe(200);
  }
});

test.each(Object.entries({ GET, PUT, PATCH, DELETE }))("%s is refused", async (_, answer) => {
  const response = answer();
  expect(response.status).toBe(405);
  expect(response.headers.get("allow")).toBe("POST");
  expect(await response.json()).toEqual({ error: "Webhooks are sent by POST." });
});
