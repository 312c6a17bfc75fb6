import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { billingCustomers } from "@/db/schema/billing";
import { users } from "@/db/schema/identity";
import { payments, userSubscriptions } from "@/db/schema/models";
import { discounts } from "@/db/schema/stripe/discounts";
import type { Observed } from "@/lib/stripe/mirror/observed";
import { writeRows } from "@/lib/stripe/mirror/write";
import { useTestDatabase } from "@/test/support/use-database";

useTestDatabase();

const seen = (
  document: Observed["document"],
  type: Observed["type"],
  given: Partial<Observed> = {},
): Observed => ({
  type,
  document,
  deleted: false,
  from: 1_800_000_000,
  to: 1_800_000_001,
  ...given,
});

async function person(customer: string): Promise<string> {
  const [user] = await db
    .insert(users)
    .values({ email: `${customer}@example.com`, name: customer, passwordHash: "-" })
    .returning({ id: users.id });
  if (!user) throw new Error("no user");
  await db.insert(billingCustomers).values({ userId: user.id, stripeCustomerId: customer });
  return user.id;
}

const created = 1_700_000_000;

test.each([
  ["requires_payment_method", null, {}, "pending"],
  ["processing", null, {}, "pending"],
  ["requires_payment_method", { code: "card_declined" }, {}, "failed"],
  ["canceled", null, {}, "failed"],
  ["succeeded", null, {}, "succeeded"],
  ["succeeded", null, { refunded: false, amount_refunded: 100 }, "succeeded"],
  ["succeeded", null, { refunded: true, amount_refunded: 900 }, "refunded"],
])(
  "a payment that is %s, with the error %j and the charge %j, counts as %s",
  async (status, error, charge, word) => {
    const customer = `cus_${Math.random()}`;
    const userId = await person(customer);
    const [id, chargeId] = [`pi_${customer}`, `ch_${customer}`];
    const intent = {
      id,
      customer,
      amount: 900,
      currency: "usd",
      status,
      latest_charge: chargeId,
      last_payment_error: error,
      created,
    };
    await writeRows(db, "payment_intent", [seen(intent, "payment_intent")]);
    await writeRows(db, "charge", [
      seen({ id: chargeId, refunded: false, amount_refunded: 0, ...charge }, "charge"),
    ]);
    const rows = await db.select().from(payments).where(eq(payments.userId, userId));
    expect(rows).toMatchObject([
      { id, amount: 900, currency: "usd", status: word, createdAt: new Date(created * 1000) },
    ]);
  },
);

test("a subscription has its item's period and plan, and is canceled with its customer", async () => {
  const customer = "cus_models";
  const userId = await person(customer);
  const item = {
    id: "si_1",
    price: { id: "price_1", product: "prod_1" },
    current_period_start: created,
    current_period_end: created + 60,
  };
  const subscription = {
    id: "sub_1",
    customer,
    status: "active",
    cancel_at_period_end: false,
    created,
    items: { data: [item] },
    discounts: ["di_2"],
  };
  const discount = {
    id: "di_1",
    source: { coupon: "HALF" },
    promotion_code: null,
    start: created,
    end: null,
  };
  await writeRows(db, "customer", [seen({ id: customer, discount }, "customer")]);
  await writeRows(db, "subscription", [seen(subscription, "subscription")]);
  const read = () => db.select().from(userSubscriptions).where(eq(userSubscriptions.userId, userId));
  expect(await read()).toMatchObject([
    {
      id: "sub_1",
      status: "active",
      price: "price_1",
      product: "prod_1",
      currentPeriodEnd: new Date((created + 60) * 1000),
    },
  ]);
  expect(await db.select().from(discounts).orderBy(discounts.id)).toMatchObject([
    { id: "di_1", ownerType: "customer", owner: customer, coupon: "HALF", endsAt: null },
    { id: "di_2", ownerType: "subscription", owner: "sub_1", customer },
  ]);
  const gone = seen({ id: customer, deleted: true }, "customer", {
    from: 1_800_000_005,
    to: 1_800_000_006,
    deleted: true,
  });
  await writeRows(db, "customer", [gone]);
  expect(await read()).toMatchObject([{ id: "sub_1", status: "canceled" }]);
});
