import { expect, test, vi } from "vitest";
import catchUpWithEvents from "@/lib/billing/jobs/catch-up-with-events";
import { event } from "@/test/lib/stripe/support/events";
import { pageOf } from "@/test/lib/stripe/support/fake-lists";
import { useFakeStripe } from "@/test/lib/stripe/support/fake-stripe";
import { useTestDatabase } from "@/test/support/use-database";

useTestDatabase();
const stripe = useFakeStripe();

test("the log says which events Stripe lists that can't be kept", async () => {
  const log = vi.spyOn(console, "error").mockImplementation(() => {});
  const sent = event("product.updated", { id: "x_1", object: "x", name: "a\u0000b" });
  stripe.answers((path, query) => pageOf(new Map([["/v1/events", [sent]]]), path, query));
  await catchUpWithEvents.run({}, { attempt: 1, signal: new AbortController().signal });
  expect(log).toHaveBeenCalledExactlyOnceWith(expect.stringContaining(sent.id));
});
