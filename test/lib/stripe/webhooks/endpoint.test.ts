import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { beforeAll, expect, test, vi } from "vitest";
import { POST } from "@/app/api/stripe/webhook/[endpoint]/route";
import { db } from "@/db/client";
import { events } from "@/db/schema/stripe/events";
import { webhookEndpoints } from "@/db/schema/stripe/webhook-endpoints";
import { useTestDatabase } from "@/test/support/use-database";
import { delivery, event, SECRET } from "../support/events";

useTestDatabase();

const id = randomUUID();
const disabled = randomUUID();
const secret = "whsec_of_this_endpoint";

beforeAll(async () => {
  await db.insert(webhookEndpoints).values([
    { id, stripeId: "we_1", livemode: false, secret },
    { id: disabled, stripeId: "we_2", livemode: false, secret, disabledAt: new Date() },
  ]);
});

const send = (endpoint: string, signedWith: string, sent = event("product.updated", { object: "x" })) =>
  POST(delivery(sent, { secret: signedWith }), { params: Promise.resolve({ endpoint }) });

test("an endpoint takes in what is signed with its own secret, and the ledger names it", async () => {
  const sent = event("product.updated", { object: "x" });
  expect((await send(id, secret, sent)).status).toBe(200);
  expect(await db.select().from(events).where(eq(events.id, sent.id))).toMatchObject([{ endpoint: id }]);
});

test("the default endpoint's secret opens no other", async () => {
  expect((await send(id, SECRET)).status).toBe(400);
});

test.each([
  ["an unknown one", randomUUID()],
  ["a disabled one", disabled],
  ["one that is no id", "../../etc"],
])("%s is not found", async (_, endpoint) => {
  const response = await send(endpoint, secret);
  expect(response.status).toBe(404);
  expect(await response.json()).toEqual({ error: "There is no such webhook endpoint." });
});

test("while the database is away, Stripe is told so in words, to send it again", async () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  await db.execute(sql`alter table stripe.webhook_endpoints rename to away`);
  const response = await send(id, secret).finally(() =>
    db.execute(sql`alter table stripe.away rename to webhook_endpoints`),
  );
  expect(response.status).toBe(500);
  expect(await response.json()).toEqual({ error: expect.stringContaining("sent again") });
});
