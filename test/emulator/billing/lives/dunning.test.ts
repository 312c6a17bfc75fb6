import { describe, expect, it } from "vitest";
import { customerWith, letPass, openShop } from "../../support/shop";
import { useEmulator } from "../../support/use-emulator";

const emulator = useEmulator();

const DAY = 86_400;

/** Says how failed payments of an account are tried again, as Stripe's dashboard does. */
function setRetries(account: string, retries: object) {
  return emulator.request("POST", "/_emulator/retries", {
    body: JSON.stringify(retries),
    headers: { "Content-Type": "application/json" },
    key: `sk_test_${account}`,
  });
}

/** A subscription whose first renewal is refused. */
async function failing(account: string) {
  const { stripe, monthly } = await openShop(emulator, account);
  const { id: customer } = await customerWith(stripe, "pm_card_visa");
  const { id } = await stripe.subscriptions.create({ customer, items: [{ price: monthly.id }] });
  const broken = await stripe.paymentMethods.attach("pm_card_chargeCustomerFail", { customer });
  await stripe.subscriptions.update(id, { default_payment_method: broken.id });
  await letPass(emulator, account, 32 * DAY);
  return { id, stripe };
}

describe("a renewal that fails", () => {
  it.each([
    ["cancel", "canceled"],
    ["unpaid", "unpaid"],
    ["past_due", "past_due"],
  ] as const)("is tried three times, and with %s leaves the subscription %s", async (end, status) => {
    await setRetries(`end-${end}`, { attempts: 3, days: 6, end });
    const { id, stripe } = await failing(`end-${end}`);
    expect((await stripe.subscriptions.retrieve(id)).status).toBe("past_due");
    await letPass(emulator, `end-${end}`, 10 * DAY);
    expect(await stripe.subscriptions.retrieve(id, { expand: ["latest_invoice"] })).toMatchObject({
      latest_invoice: { attempt_count: 3, auto_advance: false, next_payment_attempt: null, status: "open" },
      status,
    });
  });

  it("and was given up leaves later invoices drafts while it is unpaid, and is mended by a payment", async () => {
    await setRetries("drafts", { attempts: 2, days: 4, end: "unpaid" });
    const { id, stripe } = await failing("drafts");
    await letPass(emulator, "drafts", 32 * DAY);
    const unpaid = await stripe.subscriptions.retrieve(id, { expand: ["latest_invoice"] });
    expect(unpaid).toMatchObject({
      latest_invoice: { auto_advance: false, status: "draft" },
      status: "unpaid",
    });
    const invoice = typeof unpaid.latest_invoice === "object" ? unpaid.latest_invoice?.id : undefined;
    await stripe.invoices.pay(invoice ?? "", { payment_method: "pm_card_visa" });
    expect((await stripe.subscriptions.retrieve(id)).status).toBe("active");
  });

  it("is mended by a new card at the next attempt", async () => {
    const { id, stripe } = await failing("mended");
    const { customer } = await stripe.subscriptions.retrieve(id);
    const good = await stripe.paymentMethods.attach("pm_card_visa", { customer: String(customer) });
    await stripe.subscriptions.update(id, { default_payment_method: good.id });
    await letPass(emulator, "mended", 3 * DAY);
    expect(await stripe.subscriptions.retrieve(id, { expand: ["latest_invoice"] })).toMatchObject({
      latest_invoice: { status: "paid" },
      status: "active",
    });
  });

  it("is tried as often as is usual where nothing was said, and what is said must make sense", async () => {
    const usual = await emulator.request("GET", "/_emulator/retries", { key: "sk_test_usual" });
    expect(usual.json).toEqual({ attempts: 8, days: 14, end: "cancel" });
    expect((await setRetries("usual", { attempts: 0 })).status).toBe(400);
    expect((await setRetries("usual", { end: "forget" })).status).toBe(400);
  });
});
