import { describe, expect, it } from "vitest";
import { payOnPage, postForm } from "../../support/checkout-page";
import { checkoutShop } from "../../support/checkout-shop";
import { useEmulator } from "../../support/use-emulator";

const emulator = useEmulator();

const shopFor = (account: string) => checkoutShop(emulator, account);

describe("a session with optional items", () => {
  it("sells what its customer adds, in the quantity they choose, and nothing they take out again", async () => {
    const { stripe, sell, now } = await shopFor("optional");
    const price = (name: string, unit_amount: number) =>
      stripe.prices.create({ currency: "usd", product_data: { name }, unit_amount });
    const [pen, lamp] = await Promise.all([price("A pen", 300), price("A lamp", 4000)]);
    const session = await sell({
      optional_items: [
        { adjustable_quantity: { enabled: true, maximum: 3, minimum: 1 }, price: pen.id, quantity: 2 },
        { price: lamp.id, quantity: 1 },
      ],
    });
    expect(session.amount_total).toBe(1500);
    expect(session.optional_items).toEqual([
      { adjustable_quantity: { enabled: true, maximum: 3, minimum: 1 }, price: pen.id, quantity: 2 },
      { adjustable_quantity: null, price: lamp.id, quantity: 1 },
    ]);
    const page = session.url ?? "";
    const choose = (id: string, selected: boolean) =>
      postForm(page, {
        do: "change",
        "optional_item[price]": id,
        "optional_item[selected]": String(selected),
      });
    await choose(pen.id, true);
    await choose(pen.id, true);
    await choose(lamp.id, true);
    expect((await now(session)).amount_total).toBe(1500 + 2 * 300 + 4000);
    expect(await (await fetch(page)).text()).toContain("Remove A lamp");
    await choose(lamp.id, false);
    const { data: lines } = await stripe.checkout.sessions.listLineItems(session.id);
    expect(lines).toMatchObject([{ quantity: 1 }, { price: { id: pen.id }, quantity: 2 }]);
    await postForm(page, {
      do: "change",
      "line_item[id]": lines[1]?.id ?? "",
      "line_item[quantity]": "3",
    });
    expect((await choose("price_none", true)).text).toContain("No such optional item");
    await payOnPage(emulator, session, { expected_amount: "2400" });
    expect(await now(session)).toMatchObject({ amount_total: 2400, payment_status: "paid" });
  });

  it("is refused where an item is sold already, doesn't fit the rest, or has no page to be offered on", async () => {
    const { stripe, monthly, sell, start } = await shopFor("misfit");
    const euro = await stripe.prices.create({
      currency: "eur",
      product_data: { name: "A pen" },
      unit_amount: 300,
    });
    const offer = (price: string) => ({ optional_items: [{ price, quantity: 1 }] });
    await expect(start(offer(monthly.id))).rejects.toMatchObject({ param: "optional_items[0][price]" });
    await expect(sell(offer(euro.id))).rejects.toThrow("usd");
    await expect(sell(offer(monthly.id))).rejects.toThrow("recurring");
    await expect(
      stripe.checkout.sessions.create({
        ...offer(euro.id),
        line_items: [{ price: monthly.id, quantity: 1 }],
        mode: "subscription",
        return_url: "https://example.com/done",
        ui_mode: "elements",
      }),
    ).rejects.toThrow("`optional_items` can not be used with `ui_mode` `elements`.");
    const many = Array.from({ length: 11 }, () => ({ price: euro.id, quantity: 1 }));
    await expect(sell({ optional_items: many })).rejects.toThrow("up to 10 optional items");
  });
});
