import { expect, test } from "vitest";
import { eventSource } from "@/bench/support/events";
import { seedCustomers } from "@/bench/support/seed";
import { SECRET } from "@/bench/support/signing";
import { layWire } from "@/bench/support/wire";
import { handlers } from "@/lib/billing/on";
import { receive } from "@/lib/stripe/webhooks/receive";
import { useTestDatabase } from "@/test/support/use-database";

const database = useTestDatabase();

test("an event takes two round trips to the database at the most, the product's reactions included", async () => {
  await seedCustomers(database.url, 5);
  const wire = await layWire(database.url);
  process.env.DATABASE_URL = wire.url;
  const counted = new Map<string, number>();
  // A connection prepares its statements with the first events.
  for (const { body, signature } of eventSource(5)(50)) {
    const before = wire.traffic.roundTrips;
    const headers = { "stripe-signature": signature };
    const request = new Request("http://localhost/", { method: "POST", headers, body });
    const endpoint = { id: "bench", secrets: [SECRET] };
    expect((await receive(request, { handlers }, endpoint)).status).toBe(200);
    counted.set(JSON.parse(body).type, wire.traffic.roundTrips - before);
  }
  expect(Object.fromEntries(counted)).toEqual({
    "customer.subscription.updated": 2,
    "invoice.paid": 2,
    "customer.updated": 1,
    "payment_intent.succeeded": 2,
    "charge.succeeded": 1,
  });
  wire.close();
});
