import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { billingCustomers, grants, subscriptionSlots } from "@/db/schema/billing";
import { accessFor } from "@/lib/billing/access";
import { handlers } from "@/lib/billing/on";
import { receive } from "@/lib/stripe/webhooks/receive";
import { delivery, event, newId } from "@/test/lib/stripe/support/events";
import { useFakeStripe } from "@/test/lib/stripe/support/fake-stripe";
import { useTestDatabase } from "@/test/support/use-database";
import { aPrice, aProduct, inDays } from "./support/mirrored";
import { aCustomer, userOf } from "./support/people";

useTestDatabase();
useFakeStripe();

test("a stranger's customer, subscription and payment that name a user by id and address link and open nothing", async () => {
  const { userId, customer } = await aCustomer();
  const { name, email } = await userOf(userId);
  const stranger = newId("cus");
  const price = await aPrice(await aProduct({ features: ["essays"] }));
  const naming = { metadata: { user_id: userId, slot: userId, purchase: userId }, livemode: false };
  const item = {
    id: newId("si"),
    price,
    quantity: 1,
    current_period_start: 1,
    current_period_end: inDays(9),
  };
  const told = [
    event("customer.created", { id: stranger, object: "customer", name, email, ...naming }),
    event("customer.subscription.created", {
      ...{ id: newId("sub"), object: "subscription", customer: stranger, status: "active", ...naming },
      ...{ currency: "usd", cancel_at_period_end: false, cancel_at: null, items: { data: [item] } },
    }),
    event("payment_intent.succeeded", {
      ...{ id: newId("pi"), object: "payment_intent", customer: stranger, status: "succeeded", ...naming },
      ...{ amount: 900, currency: "usd", receipt_email: email },
    }),
    event("checkout.session.completed", {
      ...{ id: newId("cs"), object: "checkout.session", customer: stranger, mode: "subscription", ...naming },
      ...{ client_reference_id: userId, customer_details: { email }, status: "complete" },
    }),
  ];
  for (const body of told) expect((await receive(delivery(body), { handlers })).status).toBe(200);
  const links = await db.select().from(billingCustomers);
  expect(links).toMatchObject([{ userId, stripeCustomerId: customer }]);
  expect((await accessFor(userId)).can("essays")).toBe(false);
  for (const table of [subscriptionSlots, grants]) {
    expect(await db.$count(table, eq(table.userId, userId))).toBe(0);
  }
});

test("one customer is never two users', nor one user's two customers", async () => {
  const [one, other] = [await aCustomer(), await aCustomer()];
  const link = (userId: string, stripeCustomerId: string) =>
    db.insert(billingCustomers).values({ userId, stripeCustomerId });
  await db.delete(billingCustomers).where(eq(billingCustomers.userId, other.userId));
  await expect(link(other.userId, one.customer)).rejects.toMatchObject({ cause: { code: "23505" } });
  await expect(link(one.userId, newId("cus"))).rejects.toMatchObject({ cause: { code: "23505" } });
});
