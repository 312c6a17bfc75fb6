import { beforeAll, describe, expect, it } from "vitest";
import { GENERATED } from "@/emulator/core/generated";
import { OPERATIONS } from "@/emulator/operations";
import { type InProcess, inProcess } from "../properties/in-process";
import { type Listed, makeLists } from "./listed";
import { WALKS } from "./walks";

let shop: InProcess;
let listed: Listed;
beforeAll(async () => {
  shop = inProcess();
  listed = await makeLists(shop);
});

it("each list that is built is walked", () => {
  const lists = OPERATIONS.map(({ name }) => name)
    .filter((name) => GENERATED.operations[name]?.[3]?.startsWith("*"))
    .filter((name) => !name.endsWith(".search"));
  expect(Object.keys(WALKS).sort()).toEqual(lists.sort());
});

it("what an object shows of its lines is the beginning of their list", async () => {
  const { stripe } = shop;
  const { creditNote, invoice, session, subscription } = listed;
  const { lines } = await stripe.invoices.retrieve(invoice);
  expect((await stripe.invoices.listLineItems(invoice)).data).toEqual(lines.data);
  const { items } = await stripe.subscriptions.retrieve(subscription);
  expect((await stripe.subscriptionItems.list({ subscription })).data).toEqual(items.data);
  const note = await stripe.creditNotes.retrieve(creditNote);
  expect((await stripe.creditNotes.listLineItems(creditNote)).data).toEqual(note.lines.data);
  const sold = await stripe.checkout.sessions.retrieve(session, { expand: ["line_items"] });
  expect((await stripe.checkout.sessions.listLineItems(session)).data).toEqual(sold.line_items?.data);
});

describe("the SDK's pagination goes through all of a list, forwards and back", () => {
  it.each(Object.entries(WALKS))("%s", async (_name, walk) => {
    const whole = (await walk(shop.stripe, { limit: 100 }, listed)).data.map(({ id }) => id);
    expect(whole.length).toBeGreaterThanOrEqual(3);
    expect(new Set(whole).size).toBe(whole.length);
    for (const limit of [1, 2]) {
      const forth: string[] = [];
      for await (const { id } of walk(shop.stripe, { limit }, listed)) forth.push(id);
      expect(forth).toEqual(whole);
      const back: string[] = [];
      const ending_before = whole.at(-1) ?? "";
      for await (const { id } of walk(shop.stripe, { ending_before, limit }, listed)) back.push(id);
      expect(back).toEqual(whole.slice(0, -1).reverse());
    }
  });
});
