import { expect, it } from "vitest";
import { adminOf } from "../support/admin";
import { postForm } from "../support/checkout-page";
import { customerWith, openShop } from "../support/shop";
import { useEmulator } from "../support/use-emulator";

const emulator = useEmulator();

/** A reader with a subscription, and the dashboard of their shop. */
async function shopWithReader(account: string) {
  const { stripe, monthly } = await openShop(emulator, account);
  const { id: customer, invoice_settings: settings } = await customerWith(stripe, "pm_card_visa");
  const { id, latest_invoice } = await stripe.subscriptions.create({
    customer,
    items: [{ price: monthly.id }],
  });
  const at = (path: string) => `${emulator.origin}/dashboard/${account}/${path}`;
  return {
    card: String(settings.default_payment_method),
    customer,
    invoice: String(latest_invoice),
    press: (path: string, fields: Record<string, string> = {}) => postForm(at(path), fields),
    read: async (path: string) => (await fetch(at(path))).text(),
    stripe,
    subscription: id,
  };
}

it("a credit note gives part of a paid invoice back, and no more than there is", async () => {
  const { stripe, invoice, press, read } = await shopWithReader("credited");
  expect(await read(`invoices/${invoice}`)).toContain("up to 900");
  const given = { amount: "400", reason: "duplicate", refund_amount: "400" };
  expect((await press(`invoices/${invoice}/credit`, given)).status).toBe(303);
  const { data } = await stripe.creditNotes.list({ invoice });
  expect(data).toMatchObject([{ amount: 400, reason: "duplicate", refunds: [{ amount_refunded: 400 }] }]);
  const more = await press(`invoices/${invoice}/credit`, { amount: "600", refund_amount: "600" });
  expect(more.status).toBe(400);
  expect(more.text).toContain('role="alert"');
  expect((await stripe.creditNotes.list({ invoice })).data).toHaveLength(1);
});

it("a card is found by its customer, renewed, and taken off", async () => {
  const { stripe, card, customer, press, read } = await shopWithReader("cards");
  expect(await read(`customers/${customer}`)).toContain(`payment_methods?customer=${customer}`);
  expect(await read(`payment_methods?customer=${customer}`)).toContain(card);
  await press(`payment_methods/${card}/renew`, { exp_month: "5", exp_year: "2040" });
  expect((await stripe.paymentMethods.retrieve(card)).card).toMatchObject({ exp_month: 5, exp_year: 2040 });
  await press(`payment_methods/${card}/detach`);
  expect((await stripe.paymentMethods.retrieve(card)).customer).toBeNull();
});

it("the price that is changed is the plan's, whatever is counted with it", async () => {
  const { stripe, customer, press } = await shopWithReader("changed");
  const { id: meter } = await stripe.billing.meters.create({
    display_name: "Calls",
    event_name: "calls",
    default_aggregation: { formula: "sum" },
  });
  const { data: prices } = await stripe.prices.list();
  const monthly = prices.find(({ recurring }) => recurring?.interval === "month");
  const counted = await stripe.prices.create({
    product: String(monthly?.product),
    currency: "usd",
    unit_amount: 1,
    recurring: { interval: "month", meter, usage_type: "metered" },
  });
  const dearer = await stripe.prices.create({
    product: String(monthly?.product),
    currency: "usd",
    unit_amount: 1900,
    recurring: { interval: "month" },
  });
  const items = [{ price: counted.id }, { price: monthly?.id ?? "" }];
  const { id } = await stripe.subscriptions.create({ customer, items });
  await press(`subscriptions/${id}/change`, { "items[0][price]": dearer.id, "items[0][quantity]": "2" });
  const { data } = (await stripe.subscriptions.retrieve(id)).items;
  expect(data.map(({ price, quantity }) => [price.id, quantity]).toSorted()).toEqual(
    [
      [counted.id, undefined],
      [dearer.id, 2],
    ].toSorted(),
  );
});

it("a subscription is paused whole and resumed", async () => {
  const { stripe, subscription, press } = await shopWithReader("paused");
  await press(`subscriptions/${subscription}/stop`);
  expect((await stripe.subscriptions.retrieve(subscription)).status).toBe("paused");
  await press(`subscriptions/${subscription}/resume`);
  expect((await stripe.subscriptions.retrieve(subscription)).status).toBe("active");
});

it("an event can be sent to the endpoints there are", async () => {
  const { stripe, press, read } = await shopWithReader("sent");
  const [event] = (await stripe.events.list({ limit: 1 })).data;
  const endpoint = await stripe.webhookEndpoints.create({
    enabled_events: ["*"],
    url: "http://127.0.0.1:9/",
  });
  expect(await read(`events/${event?.id}`)).toContain(`<option value="${endpoint.id}">${endpoint.id}`);
  await press(`events/${event?.id}/resend`, { endpoint: endpoint.id });
  const { json } = await adminOf(emulator, "sent").get(`deliveries?endpoint=${endpoint.id}`);
  expect(json).toMatchObject({ data: [{ event: event?.id }] });
});

it("the account's settings are kept, and what makes no sense is refused", async () => {
  const { press, read } = await shopWithReader("settings");
  await press("settings/-/retries", { attempts: "3", days: "6", end: "unpaid" });
  await press("settings/-/wallets", { wallet: "link" });
  await press("settings/-/strict", { strict: "may change" });
  expect((await adminOf(emulator, "settings").get("settings")).json).toEqual({
    retries: { attempts: 3, days: 6, end: "unpaid" },
    strict: false,
    wallets: ["link"],
  });
  const wrong = await press("settings/-/retries", { attempts: "0", days: "6", end: "unpaid" });
  expect(wrong.status).toBe(400);
  expect(wrong.text).toContain("attempts must be a whole number from 1 to 60");
  const page = await read("settings");
  expect(page).toContain('value="link" checked');
  const asSentences =
    /After the last one the subscription<.+>is canceled<.+ selected>becomes unpaid<.+>stays past due</;
  expect(page).toMatch(asSentences);
});
