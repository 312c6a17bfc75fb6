import type Stripe from "stripe";
import { describe, expect, it } from "vitest";
import { postForm } from "../../support/checkout-page";
import { everything, visitPortal } from "../../support/portal-visit";
import { useEmulator } from "../../support/use-emulator";

const emulator = useEmulator();

type Visit = Parameters<typeof visitPortal> extends [unknown, ...infer Rest] ? Rest : never;
const visit = (...given: Visit) => visitPortal(emulator, ...given);

describe("a portal session for one thing", () => {
  const cancelling =
    (after: Stripe.BillingPortal.SessionCreateParams.FlowData.AfterCompletion) => (subscription: string) => ({
      flow_data: {
        after_completion: after,
        subscription_cancel: { subscription },
        type: "subscription_cancel" as const,
      },
    });

  it("begins with it and leads on as it says", async () => {
    const redirect = { redirect: { return_url: "https://example.com/left" }, type: "redirect" as const };
    const { session, post, own, now } = await visit("flow-cancel", everything, cancelling(redirect));
    const start = await fetch(session.url, { redirect: "manual" });
    expect(start.headers.get("Location")).toContain(own("cancel"));
    expect((await post(own("cancel"))).location).toBe("https://example.com/left");
    expect((await now()).cancel_at_period_end).toBe(true);
  });

  it("confirms with its own words", async () => {
    const words = {
      hosted_confirmation: { custom_message: "Farewell" },
      type: "hosted_confirmation" as const,
    };
    const { post, own } = await visit("flow-words", everything, cancelling(words));
    const { location } = await post(own("cancel"));
    expect(await (await fetch(emulator.origin + location)).text()).toContain("Farewell");
  });

  it("has the change already filled in", async () => {
    const { session, read, own, yearly, post, now } = await visit("flow-confirm", everything);
    const shop = await emulator.stripe("flow-confirm").subscriptions.retrieve((await now()).id);
    const again = await emulator.stripe("flow-confirm").billingPortal.sessions.create({
      configuration: String(session.configuration),
      customer: String(session.customer),
      flow_data: {
        after_completion: { redirect: { return_url: "https://example.com/new" }, type: "redirect" },
        subscription_update_confirm: {
          items: [{ id: shop.items.data[0]?.id ?? "", price: yearly.id, quantity: 1 }],
          subscription: shop.id,
        },
        type: "subscription_update_confirm",
      },
    });
    expect(await (await fetch(again.url)).text()).toContain("Confirm your new plan");
    const done = await postForm(`${again.url}/${own("confirm")}`, { price: yearly.id, quantity: "1" });
    expect(done.location).toBe("https://example.com/new");
    expect((await post(own("update"))).status).toBe(403);
    expect(await read(own("update"))).toContain("yours now");
  });
});
