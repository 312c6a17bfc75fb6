import { expect, test } from "vitest";
import { memoryStripe } from "@/bench/backfill/memory-stripe";

test("a list is read to its end, page after page, each entry once", async () => {
  const ask = memoryStripe(1, 250);
  const ids: string[] = [];
  for (let more = true, after = ""; more; after = `&starting_after=${ids.at(-1)}`) {
    const page = await ask("GET", `/v1/invoices?limit=100${after}`);
    ids.push(...page.data.map(({ id }) => id));
    more = page.has_more;
  }
  expect(new Set(ids).size).toBe(250);
  expect(ids).toEqual(ids.toSorted().toReversed());
});

test("what isn't copied has an empty list", async () => {
  const page = await memoryStripe(1, 250)("GET", "/v1/test_helpers/test_clocks?limit=100");
  expect(page).toMatchObject({ data: [], has_more: false });
});
