import { beforeAll, expect, test } from "vitest";
import { startCheckout } from "@/lib/billing/checkout/start-checkout";
import { ensureCustomer } from "@/lib/billing/ensure-customer";
import { jobs } from "@/lib/billing/jobs";
import { handlers } from "@/lib/billing/on";
import { orderOf } from "@/lib/billing/order/order";
import { stripe } from "@/lib/stripe/client";
import { catchUp } from "@/lib/stripe/webhooks/catch-up";
import { useWorkers } from "@/test/lib/jobs/support/worker";
import { eventually } from "@/test/support/eventually";
import { useTestDatabase } from "@/test/support/use-database";
import { aPerson } from "../support/people";
import { openShop, subscriptionsOf } from "../support/shop";
import { useStandIn } from "../support/stand-in";

const start = useWorkers(useTestDatabase());
useStandIn();
beforeAll(openShop);

test("a card that was tried with ends the next trial it is added to, by Stripe's word alone", async () => {
  const trial = async () => {
    const userId = await aPerson();
    const { id: customer } = await ensureCustomer(userId);
    await startCheckout({ userId, order: orderOf("team_monthly") });
    return customer;
  };
  const [first, second] = [await trial(), await trial()];
  await start({ jobs: jobs.filter(({ name }) => name === "end-repeated-trial") });
  await stripe().paymentMethods.attach("pm_card_visa", { customer: first });
  await catchUp({ handlers });
  await stripe().paymentMethods.attach("pm_card_visa", { customer: second });
  await catchUp({ handlers });
  await eventually(async () => expect(await subscriptionsOf(second)).toMatchObject([{ status: "canceled" }]));
  expect(await subscriptionsOf(first)).toMatchObject([{ status: "trialing" }]);
});
