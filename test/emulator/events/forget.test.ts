import { afterEach, expect, test, vi } from "vitest";
import { Accounts } from "@/emulator/core/accounts";
import { forgetOldEvents } from "@/emulator/events/forget";
import { createEndpoint } from "@/emulator/resources/webhook-endpoints/create-endpoint";

afterEach(() => {
  vi.useRealTimers();
});

const DAY = 86_400_000;

test("events are forgotten after 30 days of the machine's time, with their deliveries; moved time doesn't count", () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  const account = new Accounts({ data: null, seed: 1, origin: () => "", onOpen: () => {} }).of("old");
  account.run((work) => createEndpoint(work, { url: "http://localhost/", enabled_events: ["*"] }, "whsec_x"));
  const emit = () => account.run((work) => work.emit("product.created", { object: "product", id: "prod_1" }));
  const start = Date.now();
  emit();
  vi.setSystemTime(start + 29 * DAY);
  account.run(({ store }) => store.put("_state", { id: "state", offset: 90 * 86_400 }));
  emit();
  forgetOldEvents(account);
  expect(account.store.rows("event").size).toBe(2);
  vi.setSystemTime(start + 31 * DAY);
  forgetOldEvents(account);
  expect(account.store.rows("event").size).toBe(1);
  expect(account.store.list("_delivery").map(({ event }) => event)).toEqual(
    account.store.list("event").map(({ id }) => id),
  );
  vi.setSystemTime(start + 60 * DAY);
  forgetOldEvents(account);
  expect([account.store.rows("event").size, account.store.rows("_delivery").size]).toEqual([0, 0]);
});
