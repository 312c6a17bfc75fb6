import { describe, expect, it } from "vitest";
import { parseSearch } from "@/emulator/core/search-query";
import { useEmulator } from "../support/use-emulator";

const emulator = useEmulator();

async function people(account: string) {
  const stripe = emulator.stripe(account);
  for (const [name, plan] of [
    ["Ada Lovelace", "studio"],
    ["Grace Hopper", "reader"],
    ["Ada Yonath", "reader"],
  ]) {
    await stripe.customers.create({ name: name ?? "", metadata: { plan: plan ?? "" } });
  }
  await stripe.customers.create({ email: "nobody@example.com" });
  const names = async (query: string) =>
    (await stripe.customers.search({ query })).data.map((customer) => customer.name);
  return { stripe, names };
}

describe("a search", () => {
  it("finds what is alike, what is within, what is noted, and what is missing", async () => {
    const { names } = await people("alike");
    expect(await names('name:"ada lovelace"')).toEqual(["Ada Lovelace"]);
    expect(await names("name~'ada'")).toEqual(["Ada Yonath", "Ada Lovelace"]);
    expect(await names('metadata["plan"]:"reader"')).toEqual(["Ada Yonath", "Grace Hopper"]);
    expect(await names("name:null")).toEqual([null]);
    expect(await names("created>0")).toHaveLength(4);
  });

  it("joins conditions with AND or with OR, and turns them round", async () => {
    const { names } = await people("joined");
    expect(await names('name~"ada" AND metadata["plan"]:"reader"')).toEqual(["Ada Yonath"]);
    expect(await names('name~"hopper" OR metadata["plan"]:"studio"')).toEqual([
      "Grace Hopper",
      "Ada Lovelace",
    ]);
    expect(await names('-name~"ada" -name:null')).toEqual(["Grace Hopper"]);
  });

  it("is refused where it mixes both, isn't readable, or asks for a field that isn't there", async () => {
    const { names } = await people("refused");
    for (const query of ['name:"a" AND name:"b" OR name:"c"', "name", 'size:"1"', 'name~"ad"', ""]) {
      await expect(names(query)).rejects.toMatchObject({ statusCode: 400, param: "query" });
    }
  });

  it("goes on page by page", async () => {
    const { stripe } = await people("pages");
    const all: string[] = [];
    for await (const { id } of stripe.customers.search({ query: "created>0", limit: 3 })) all.push(id);
    expect(new Set(all).size).toBe(4);
    const { total_count } = await stripe.customers.search({ query: "created>0", expand: ["total_count"] });
    expect(total_count).toBe(4);
  });

  it("goes on although what it has shown is no longer found, or there at all", async () => {
    const { stripe } = await people("meanwhile");
    const seen: string[] = [];
    for await (const { id } of stripe.customers.search({ query: "-metadata['seen']:'yes'", limit: 2 })) {
      seen.push(id);
      if (seen.length % 2 === 0) await stripe.customers.del(id);
      else await stripe.customers.update(id, { metadata: { seen: "yes" } });
    }
    expect(new Set(seen).size).toBe(4);
    const nonsense = stripe.customers.search({ query: "created>0", page: "bm9uc2Vuc2U" });
    await expect(nonsense).rejects.toMatchObject({ param: "page", statusCode: 400 });
  });
});

it("quotes within a value can be escaped", () => {
  expect(parseSearch('name:"the \\"Reader\\""').clauses[0]?.value).toBe('the "Reader"');
});
