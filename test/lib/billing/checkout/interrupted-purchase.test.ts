import { beforeAll, expect, test, vi } from "vitest";
import { settleReturn } from "@/lib/billing/checkout/settle-return";
import { startCheckout } from "@/lib/billing/checkout/start-checkout";
import { ensureCustomer } from "@/lib/billing/ensure-customer";
import { orderOf } from "@/lib/billing/order/order";
import { orTrouble } from "@/lib/billing/trouble";
import { useTestDatabase } from "@/test/support/use-database";
import { aPerson } from "../support/people";
import { begin, openShop, pay, subscriptionsOf } from "../support/shop";
import { useStoppableStandIn } from "../support/stand-in";

useTestDatabase();
const standIn = useStoppableStandIn();
beforeAll(openShop);

test("with Stripe gone in mid-purchase it is said, nothing is lost, and the purchase goes on when it is back", async () => {
  const log = vi.spyOn(console, "error").mockImplementation(() => {});
  const userId = await aPerson();
  const { id: customer } = await ensureCustomer(userId);
  const clientSecret = await begin(userId);
  await standIn.stop();
  const away = { outcome: "trouble", title: "Our payment service can't be reached" };
  expect(await orTrouble(() => startCheckout({ userId, order: orderOf("studio_monthly") }))).toMatchObject(
    away,
  );
  expect(await orTrouble(() => settleReturn({ userId, clientSecret }))).toMatchObject(away);
  await standIn.start();
  expect(await begin(userId)).toBe(clientSecret);
  await pay(clientSecret);
  expect(await settleReturn({ userId, clientSecret })).toMatchObject({ outcome: "succeeded" });
  expect(await subscriptionsOf(customer)).toHaveLength(1);
  log.mockRestore();
});
