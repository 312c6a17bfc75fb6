import { expect, test } from "vitest";
import { adminOf } from "../support/admin";
import { customerWith, eventTypes, lastEvent, openShop } from "../support/shop";
import { useEmulator } from "../support/use-emulator";

const emulator = useEmulator();

test("with nothing planned the clock is the machine's, and going to the next thing moves nothing", async () => {
  const admin = adminOf(emulator, "idle");
  const { json } = await admin.get("clock");
  expect(json).toMatchObject({ offset: 0, next: null });
  expect(Math.abs(Number(json.now) - Date.now() / 1000)).toBeLessThan(60);
  expect((await admin.post("clock/next")).json).toMatchObject({ offset: 0, next: null });
});

test("the clock goes from one thing that is due to the next, each with its events at its own time", async () => {
  const admin = adminOf(emulator, "steps");
  const shop = await openShop(emulator, "steps");
  const customer = await customerWith(shop.stripe, "pm_card_visa");
  const { id, items } = await shop.stripe.subscriptions.create({
    customer: customer.id,
    items: [{ price: shop.monthly.id }],
  });
  const end = items.data[0]?.current_period_end;
  expect((await admin.get("clock")).json).toMatchObject({ next: { job: "invoice.upcoming", subject: id } });
  expect((await admin.post("clock/next")).json).toMatchObject({
    next: { at: end, job: "subscription.boundary", subject: id },
  });
  const before = await lastEvent(shop.stripe);
  const { json } = await admin.post("clock/next");
  expect(Math.abs(Number(json.now) - Number(end))).toBeLessThan(60);
  expect(await eventTypes(shop.stripe, before)).toContain("invoice.created");
  expect(json).toMatchObject({ next: { job: "invoice.advance" } });
  await admin.post("clock/next");
  const types = await eventTypes(shop.stripe, before);
  expect(types.indexOf("invoice.created")).toBeLessThan(types.indexOf("invoice.paid"));
  const events = (await shop.stripe.events.list({ ending_before: before })).data.reverse();
  expect(events.map(({ created }) => created)).toEqual(events.map(({ created }) => created).sort());
});

test("one account's time is not another's", async () => {
  await adminOf(emulator, "ahead").post("clock/advance", { seconds: 3_600 });
  expect((await adminOf(emulator, "ahead").get("clock")).json).toMatchObject({ offset: 3_600 });
  expect((await adminOf(emulator, "behind").get("clock")).json).toMatchObject({ offset: 0 });
});

test.each([-1, 1.5, "soon", null, 1e12])("the clock doesn't go by %j seconds", async (seconds) => {
  expect((await adminOf(emulator, "idle").post("clock/advance", { seconds })).status).toBe(400);
});
