import { endCustomer } from "../../billing/end-customer";
import { refuseUnbuilt } from "../../billing/unbuilt";
import { invalidRequest } from "../../core/errors";
import type { Held } from "../../core/kinds";
import { page } from "../../core/lists";
import { addressed, remove } from "../../core/lookup";
import { operation } from "../../core/operation";
import type { Work } from "../../core/work";
import { refuseFarTarget } from "./reach";

const DAY = 86_400;
const KEPT = 30 * DAY;

/** https://docs.stripe.com/api/test_clocks/create */
export const createTestClock = operation("testHelpers.testClocks.create", (call) => {
  refuseUnbuilt(call.params, ["customer"]);
  const created = call.now();
  const clock = call.store.put("test_helpers.test_clock", {
    id: call.newId("test_clock"),
    object: "test_helpers.test_clock",
    created,
    deletes_after: created + KEPT,
    frozen_time: call.params.frozen_time,
    livemode: false,
    name: call.params.name ?? null,
    status: "ready",
    status_details: {},
  });
  call.schedule({ at: clock.deletes_after, clock: null, name: "test_clock.delete", subject: clock.id });
  call.emit("test_helpers.test_clock.created", clock);
  return clock;
});

export const retrieveTestClock = operation("testHelpers.testClocks.retrieve", (call) =>
  addressed(call, "test_helpers.test_clock"),
);

/** https://docs.stripe.com/api/test_clocks/list */
export const listTestClocks = operation("testHelpers.testClocks.list", (call) =>
  page(call, { kind: "test_helpers.test_clock", url: "/v1/test_helpers/test_clocks" }),
);

/**
 * Sets out for a later time; what is due on the way happens after the answer, each thing at its own time, and
 * the clock is `ready` again when all has. https://docs.stripe.com/api/test_clocks/advance
 */
export const advanceTestClock = operation("testHelpers.testClocks.advance", (call) => {
  const clock = addressed(call, "test_helpers.test_clock");
  const { frozen_time: target } = call.params;
  if (target <= clock.frozen_time) {
    throw invalidRequest("`frozen_time` must be later than the clock's current time.", {
      param: "frozen_time",
    });
  }
  refuseFarTarget(call, clock, target);
  const advancing = call.store.update("test_helpers.test_clock", clock.id, {
    status: "advancing",
    status_details: { advancing: { target_frozen_time: target } },
  });
  call.schedule({ at: target, clock: clock.id, name: "test_clock.arrive", subject: clock.id });
  call.emit("test_helpers.test_clock.advancing", advancing);
  return advancing;
});

/** Its customers and their subscriptions go with it. https://docs.stripe.com/api/test_clocks/delete */
export const deleteTestClock = operation("testHelpers.testClocks.del", (call) =>
  dropTestClock(call, addressed(call, "test_helpers.test_clock")),
);

/** Deletes a clock and everybody on it. Emits `test_helpers.test_clock.deleted` and what follows for customers. */
export function dropTestClock(work: Work, clock: Held<"test_helpers.test_clock">) {
  work.emit("test_helpers.test_clock.deleted", clock);
  for (const { id } of work.store.list("customer", "test_clock", clock.id)) {
    endCustomer(work, id);
    work.emit("customer.deleted", work.store.must("customer", id));
    remove(work, "customer", id);
  }
  for (const job of work.store.list("_job", "clock", clock.id)) work.store.delete("_job", job.id);
  return remove(work, "test_helpers.test_clock", clock.id);
}
