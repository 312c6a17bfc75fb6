import { sql } from "drizzle-orm";
import { afterEach, expect, onTestFinished, test, vi } from "vitest";
import { POST } from "@/app/api/stripe/webhook/route";
import { db } from "@/db/client";
import { hooks } from "@/lib/billing/webhook-hooks";
import { delivery, event, newId } from "@/test/lib/stripe/support/events";
import { useFakeStripe } from "@/test/lib/stripe/support/fake-stripe";
import { useTestDatabase } from "@/test/support/use-database";

useTestDatabase();
const stripe = useFakeStripe();

afterEach(() => vi.restoreAllMocks());

/** A customer whose event has to be settled by asking Stripe. */
const customer = () => ({
  id: newId("cus"),
  object: "customer",
  email: "ada@example.com",
  test_clock: "clock_1",
});

test("a refused webhook is logged with the reason, and nothing that was in it", async () => {
  const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
  await POST(delivery(event("customer.updated", customer()), { secret: "whsec_other" }));
  expect(warn.mock.calls).toEqual([["A webhook was refused: No signature matches the body."]]);
});

test("a flood of refused webhooks is a line a minute for each reason, with how many there were", async () => {
  const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
  const said = () => warn.mock.calls.splice(0).flat();
  const now = vi.spyOn(Date, "now").mockReturnValue(Date.now() + 3_600_000);
  const forged = () => hooks.afterValidation?.({ valid: false, reason: "forged" });
  for (const _ of [1, 2, 3, 4]) forged();
  hooks.afterValidation?.({ valid: false, reason: "old" });
  expect(said()).toEqual(["A webhook was refused: forged", "A webhook was refused: old"]);

  now.mockReturnValue(Date.now() + 59_999);
  forged();
  expect(said()).toEqual([]);
  now.mockReturnValue(Date.now() + 1);
  for (const _ of [1, 2]) forged();
  expect(said()).toEqual(["A webhook was refused: forged (4 more since this was said last)"]);
});

test("a failed event is logged by its id and type, without what it carried", async () => {
  const error = vi.spyOn(console, "error").mockImplementation(() => {});
  stripe.answers(() => ({ status: 400, body: { error: { message: "ada@example.com is unwell" } } }));
  const sent = event("customer.updated", customer());
  expect((await POST(delivery(sent))).status).toBe(500);
  const said = `Event ${sent.id} (customer.updated) failed: Error. The ledger says why`;
  expect(error.mock.calls).toEqual([[expect.stringContaining(said)]]);
  expect(String(error.mock.calls)).not.toContain("ada@example.com");
});

test("where not even the ledger can be written, nobody is sent there to read why", async () => {
  const error = vi.spyOn(console, "error").mockImplementation(() => {});
  await db.execute(sql`alter table stripe.events rename to away`);
  onTestFinished(async () => void (await db.execute(sql`alter table stripe.away rename to events`)));
  const sent = event("gatehouse.invented", { id: "x_1", object: "invention" });
  expect((await POST(delivery(sent))).status).toBe(500);
  const said = error.mock.calls.flat();
  expect(said).toHaveLength(2);
  expect(said[0]).toMatch(`The failure of ${sent.id} could not be recorded:`);
  expect(said[1]).toMatch(/failed: \w+\. Nothing of it is kept: it comes again/);
});

test("an event that is taken in, and one taken in before, are not logged", async () => {
  const logs = [vi.spyOn(console, "warn"), vi.spyOn(console, "error")];
  const sent = event("gatehouse.invented", { id: "x_1", object: "invention" });
  for (const _ of [1, 2]) await POST(delivery(sent));
  for (const log of logs) expect(log).not.toHaveBeenCalled();
});
