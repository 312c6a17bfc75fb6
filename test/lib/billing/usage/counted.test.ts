import { beforeAll, expect, test } from "vitest";
import { countedWords } from "@/components/usage/counted-words";
import { countedWith, statedWith } from "@/lib/billing/usage/counted";
import { useTestDatabase } from "@/test/support/use-database";
import { openShop } from "../support/shop";
import { useStandIn } from "../support/stand-in";

useTestDatabase();
useStandIn();
beforeAll(openShop);

const said = "API calls: 1,000 a month are included, and each one more is $0.01.";

test("what is counted with a plan is said as Stripe has it, and as the configuration states it, in each currency", async () => {
  for (const counted of [await countedWith("gatehouse_studio", "usd"), statedWith("gatehouse_studio", "usd")])
    expect(counted.map((one) => countedWords(one, "usd", "en-US"))).toEqual([said]);
  const inEuros = await countedWith("gatehouse_team", "eur");
  expect(inEuros).toEqual(statedWith("gatehouse_team", "eur"));
  expect(countedWords(inEuros[0] ?? unpriced, "eur", "en-US")).toContain("€0.01");
  expect(await countedWith("gatehouse_reader", "usd")).toEqual([]);
  expect(statedWith("gatehouse_reader", "usd")).toEqual([]);
});

const unpriced = { name: "API calls", unit: "call", price: null };

test("a price that can't be had leaves no sum made up", () => {
  expect(statedWith("gatehouse_studio", "jpy")).toEqual([unpriced]);
  expect(countedWords(unpriced, "usd", "en-US")).toBe(
    "API calls are billed by use at the end of each month.",
  );
  expect(countedWords({ ...unpriced, price: { included: 0, each: 5 } }, "usd", "en-US")).toContain("$0.05");
});
