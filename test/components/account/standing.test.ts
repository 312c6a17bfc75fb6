import { expect, test } from "vitest";
import { standingOf } from "@/components/account/standing";
import type { OwnSubscription } from "@/lib/billing/queries/subscription-of";

const year = new Date().getUTCFullYear();
const may = (day: number) => new Date(Date.UTC(year, 4, day));
const studio: OwnSubscription = {
  id: "sub_1",
  status: "active",
  planName: "Studio",
  price: { key: "studio_monthly", amount: 1900, currency: "usd", interval: "month" },
  periodEnd: may(3),
  endsAt: null,
  endedAt: null,
  pause: null,
  change: null,
  withoutCard: null,
  seats: 1,
  mostSeats: 1,
  code: "",
  stamp: "-",
};
const sentence = (fields: Partial<OwnSubscription>) => standingOf({ ...studio, ...fields }, "en-GB");

test("a running plan says its price and when it renews or ends", () => {
  expect(sentence({})).toBe("You are on Studio, US$19.00 a month. It renews on 3 May.");
  expect(sentence({ endsAt: may(3) })).toBe("You are on Studio, US$19.00 a month. It ends on 3 May.");
  expect(sentence({ periodEnd: null })).toBe("You are on Studio, US$19.00 a month.");
});

test("a plan of several seats says how many it is paid for, and one without a fixed price says its name", () => {
  expect(sentence({ seats: 3 })).toContain("You are on Studio with 3 seats, US$19.00 a month.");
  expect(sentence({ price: null })).toBe("You are on Studio. It renews on 3 May.");
});

test("a change that is planned is told in place of the renewal", () => {
  const change = { planName: "Reader", price: "price_1", from: may(3) };
  expect(sentence({ change })).toBe("You are on Studio, US$19.00 a month. It changes to Reader on 3 May.");
});

test("a trial says when the plan begins, or that it won't", () => {
  expect(sentence({ status: "trialing" })).toContain("The plan itself begins on 3 May.");
  expect(sentence({ status: "trialing", endsAt: may(3) })).toContain("It ends on 3 May.");
});

test("a trial that no card pays for says that it ends, or waits, and what keeps it", () => {
  const trial = (withoutCard: OwnSubscription["withoutCard"]) =>
    sentence({ status: "trialing", withoutCard });
  expect(trial("cancel")).toContain("It ends on 3 May, unless you add a card before.");
  expect(trial("pause")).toContain("It closes on 3 May and waits for you, unless you add a card before.");
});

test("an owing plan says what it is, and that it is closed where nothing is tried any more", () => {
  expect(sentence({ status: "past_due" })).toBe("You are on Studio, US$19.00 a month.");
  expect(sentence({ status: "unpaid" })).toContain("what it opens is closed");
});

test("an ended plan says when it ended", () => {
  expect(sentence({ status: "canceled", endedAt: may(2) })).toBe("Your Studio plan ended on 2 May.");
  expect(sentence({ status: "incomplete_expired" })).toContain("Nothing was charged.");
});

test("a purchase begun says that it isn't paid", () => {
  expect(sentence({ status: "incomplete" })).toBe(
    "You began Studio, US$19.00 a month and haven't paid for it.",
  );
});

test("a status Stripe has added is not passed off as a good one", () => {
  expect(sentence({ status: "hibernating" })).toBe("You have Studio.");
});

test("a paused plan says until when, whether what is paid for runs still or not", () => {
  expect(sentence({ pause: { resumesAt: may(9) } })).toContain("It is paused until 9 May.");
  expect(sentence({ pause: { resumesAt: null } })).toContain("It is paused.");
});
