import { expect, test, vi } from "vitest";
import { handlers } from "@/lib/billing/on";
import { receive } from "@/lib/stripe/webhooks/receive";
import { delivery, event, newId } from "@/test/lib/stripe/support/events";
import { useFakeStripe } from "@/test/lib/stripe/support/fake-stripe";
import { useTestDatabase } from "@/test/support/use-database";

useTestDatabase();
const stripe = useFakeStripe();

const objects: [prefix: string, object: string][] = [
  ["checkout.session.", "checkout.session"],
  ["customer.subscription.", "subscription"],
  ["customer.", "customer"],
  ["invoice.", "invoice"],
  ["payment_intent.", "payment_intent"],
  ["charge.dispute.", "dispute"],
  ["charge.", "charge"],
  ["payment_method.", "payment_method"],
  ["refund.", "refund"],
];
const types = [...new Set(handlers.flatMap(({ types }) => types))];
const objectOf = (type: string) => objects.find(([prefix]) => type.startsWith(prefix))?.[1];

test.each(types)(
  "%s is no failure where its object has nothing but an id, and refused without one",
  async (type) => {
    vi.spyOn(console, "warn").mockImplementation(() => {});
    const object = objectOf(type);
    const sparse = { id: newId("x"), object };
    // What a deleted customer was entitled to is a list.
    const none = { object: "list", data: [], has_more: false };
    stripe.answers((_, query) => ({ body: query.has("customer") ? none : sparse }));
    const send = async (about: object) => (await receive(delivery(event(type, about)), { handlers })).status;
    expect(await send(sparse)).toBe(200);
    expect(await send({ object })).toBe(400);
  },
);
