import { expect, test } from "vitest";
import { db } from "@/db/client";
import { grants, subscriptionSlots } from "@/db/schema/billing";
import { accessFor } from "@/lib/billing/access";
import { jobs } from "@/lib/billing/jobs";
import { handlers } from "@/lib/billing/on";
import { subscriptionOf } from "@/lib/billing/queries/subscription-of";
import { receive } from "@/lib/stripe/webhooks/receive";
import { useWorkers } from "@/test/lib/jobs/support/worker";
import { delivery, event } from "@/test/lib/stripe/support/events";
import { useFakeStripe } from "@/test/lib/stripe/support/fake-stripe";
import { eventually } from "@/test/support/eventually";
import { useTestDatabase } from "@/test/support/use-database";
import { aPrice, aProduct, aSubscription } from "../support/mirrored";
import { aCustomer } from "../support/people";
import { slotsOf } from "../support/slots";

const start = useWorkers(useTestDatabase());
const stripe = useFakeStripe();

/** A subscriber whose subscription events never arrive again. */
async function aSubscriber() {
  const { userId, customer } = await aCustomer();
  const price = await aPrice(await aProduct({ features: ["essays"] }));
  const { id } = await aSubscription(customer, [price]);
  await db.insert(subscriptionSlots).values({ userId, priceId: price.id, stripeSubscriptionId: id });
  const leave = () =>
    receive(delivery(event("customer.deleted", { id: customer, object: "customer" })), { handlers });
  return { userId, customer, subscription: id, leave };
}

test("a customer deleted at Stripe has nothing open by a subscription from that moment, and keeps what was given", async () => {
  const { userId, leave } = await aSubscriber();
  await db.insert(grants).values({ userId, feature: "workshops" });
  expect((await accessFor(userId)).can("essays")).toBe(true);
  expect((await leave()).status).toBe(200);
  const access = await accessFor(userId);
  expect([access.can("essays"), access.can("workshops")]).toEqual([false, true]);
  expect((await subscriptionOf(userId))?.status).toBe("canceled");
});

test("somebody else's deletion closes nothing", async () => {
  const [one, other] = [await aSubscriber(), await aSubscriber()];
  await one.leave();
  expect((await accessFor(other.userId)).can("essays")).toBe(true);
});

test("Stripe is asked what became of the subscriptions, and their places are free again", async () => {
  const { userId, customer, subscription, leave } = await aSubscriber();
  const ended = {
    id: subscription,
    object: "subscription",
    customer,
    status: "canceled",
    items: { data: [] },
  };
  stripe.has(`/v1/subscriptions/${subscription}`, ended);
  await start({ jobs });
  await leave();
  await eventually(async () =>
    expect(await slotsOf(userId)).toMatchObject([{ subscription, released: true }]),
  );
});
