import { beforeAll, beforeEach, expect, test } from "vitest";
import { db } from "@/db/client";
import { inbox } from "@/db/schema/mail";
import { jobs } from "@/lib/billing/jobs";
import { handlers } from "@/lib/billing/on";
import { listInbox, readInbox } from "@/lib/email/queries/inbox";
import { replay } from "@/lib/stripe/webhooks/again";
import { receive } from "@/lib/stripe/webhooks/receive";
import { makeDue, queued } from "@/test/lib/jobs/support/noting";
import { useWorkers } from "@/test/lib/jobs/support/worker";
import { delivery, event, newId } from "@/test/lib/stripe/support/events";
import { useFakeStripe } from "@/test/lib/stripe/support/fake-stripe";
import { eventually } from "@/test/support/eventually";
import { useTestDatabase } from "@/test/support/use-database";
import { aPrice, aProduct, aSubscription } from "../support/mirrored";
import { aCustomer } from "../support/people";

const start = useWorkers(useTestDatabase());
useFakeStripe();

const receiver = { handlers };
const isSettled = () => eventually(async () => expect(await queued("purchase-confirmation")).toHaveLength(0));
const subscribe = async (customer: string) =>
  aSubscription(customer, [await aPrice(await aProduct({ name: "Reader" }))]);

// Takes longer to load than a test waits for a mail.
beforeAll(() => import("@/lib/email/render").then(() => {}));
beforeEach(async () => {
  await db.delete(inbox);
});

/** Stripe's word that a subscription's invoice is paid. */
function paid(customer: string, subscription: string, reason = "subscription_create") {
  return event("invoice.paid", {
    ...{ id: newId("in"), object: "invoice", customer, billing_reason: reason, number: "GATE-0001" },
    ...{ status: "paid", amount_paid: 900, amount_due: 900, total: 900, currency: "usd" },
    ...{
      hosted_invoice_url: "https://invoice.stripe.com/i/1",
      lines: { object: "list", data: [], has_more: false },
    },
    parent: { type: "subscription_details", subscription_details: { subscription } },
  });
}

test("a first payment is confirmed by one mail, however often Stripe tells of it or the event is replayed", async () => {
  const { customer } = await aCustomer();
  const sent = paid(customer, (await subscribe(customer)).id);
  await start({ jobs });
  const answers = await Promise.all([1, 2, 3].map(() => receive(delivery(sent), receiver)));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  await eventually(async () => expect(await listInbox()).toHaveLength(1));
  await receive(delivery(sent), receiver);
  // Another event about the same invoice, and the first one taken up again by an operator.
  await receive(delivery({ ...sent, id: newId("evt") }), receiver);
  expect(await replay(sent.id, receiver)).toMatchObject({ result: "processed" });
  expect(await queued("purchase-confirmation")).toHaveLength(0);
  const [listed, ...others] = await listInbox();
  expect(others).toEqual([]);
  const mail = await readInbox(listed?.id ?? "");
  expect(mail).toMatchObject({ subject: "Your Reader plan has begun" });
  expect(mail?.text).toContain("You paid $9.00, invoice GATE-0001.");
  expect(mail?.text).toMatch(/It renews on \w+ \d+, \d{4} and every month after that/);
});

test("a confirmation waits for what was bought to be known", async () => {
  const { customer } = await aCustomer();
  const product = await aProduct({ name: "Studio" });
  const price = await aPrice(product);
  await start({ jobs });
  await receive(delivery(paid(customer, "sub_to_come")), receiver);
  await eventually(async () =>
    expect(await queued("purchase-confirmation")).toMatchObject([{ attempts: 1, held: false }]),
  );
  expect(await listInbox()).toEqual([]);
  await aSubscription(customer, [price], { id: "sub_to_come" });
  await makeDue("purchase-confirmation");
  await isSettled();
  expect(await listInbox()).toMatchObject([{ subject: "Your Studio plan has begun" }]);
});

test("no purchase is confirmed where a plan renews, or where we don't know the customer", async () => {
  const { customer } = await aCustomer();
  const { id } = await subscribe(customer);
  await receive(delivery(paid(customer, id, "subscription_cycle")), receiver);
  expect(await queued("purchase-confirmation")).toHaveLength(0);
  await receive(delivery(paid("cus_stranger", (await subscribe("cus_stranger")).id)), receiver);
  expect(await queued("purchase-confirmation")).toHaveLength(1);
  await start({ jobs });
  await isSettled();
  const inbox = async () =>
    expect(await listInbox()).toMatchObject([{ subject: "Your Reader plan has renewed" }]);
  await eventually(inbox);
});
