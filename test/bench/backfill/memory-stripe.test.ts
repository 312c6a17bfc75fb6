import { expect, test } from "vitest";
import { memoryStripe, pageOf } from "@/bench/backfill/memory-stripe";

test("a list is read to its end, page after page, each entry once", () => {
  const ids: string[] = [];
  for (let more = true, after = ""; more; after = `&starting_after=${ids.at(-1)}`) {
    const page = pageOf(`/v1/invoices?limit=100${after}`, 1, 250);
    ids.push(...page.data.map(({ id }) => id));
    more = page.has_more;
  }
  expect(new Set(ids).size).toBe(250);
  expect(ids).toEqual(ids.toSorted().toReversed());
});

test("what isn't copied has an empty list", () => {
  expect(pageOf("/v1/tax_rates?limit=100", 1, 250)).toMatchObject({ data: [], has_more: false });
});

test("an answer is dated, as Stripe's are", async () => {
  const { lastResponse } = await memoryStripe(1, 250)("GET", "/v1/account");
  expect(Date.parse(lastResponse.headers.date)).toBeGreaterThan(Date.now() - 60_000);
});
