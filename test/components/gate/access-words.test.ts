import { expect, test } from "vitest";
import { whyClosed, whyOpen } from "@/components/gate/access-words";

const year = new Date().getUTCFullYear();
const may = (day: number) => new Date(Date.UTC(year, 4, day));
const open = { feature: "essays", until: null } as const;
const closed = { feature: "essays", since: null } as const;

test.each([
  [{ ...open, reason: "subscription" }, "open with your plan"],
  [{ ...open, reason: "trial", trialEnds: may(3) }, "open in your trial, which ends on 3 May"],
  [{ ...open, reason: "trial" }, "open in your trial"],
  [{ ...open, reason: "ending", until: may(3) }, "open until 3 May: your plan ends then"],
  [{ ...open, reason: "pausing", until: may(3) }, "open until 3 May: your plan rests from then on"],
  [{ ...open, reason: "grace", until: may(3) }, "open until 3 May, while your payment is tried again"],
  [{ ...open, reason: "grant", until: may(3) }, "given to you until 3 May"],
  [{ ...open, reason: "grant" }, "given to you for good"],
  [{ ...open, reason: "bought", boughtOn: may(3) }, "bought on 3 May, and yours for good"],
] as const)("what is open says why and until when: %o", (held, said) => {
  expect(whyOpen(held, "en-GB")).toBe(said);
});

test.each([
  [{ ...closed, reason: "ended", since: may(3) }, "closed: your plan ended on 3 May"],
  [{ ...closed, reason: "ended" }, "closed: your plan ended"],
  [
    { ...closed, reason: "unpaid", since: may(3) },
    "closed since 3 May: a bill of your plan isn't paid. It opens again as soon as you have paid",
  ],
  [{ ...closed, reason: "refunded" }, expect.stringContaining("given back")],
  [{ ...closed, reason: "lost_dispute" }, expect.stringContaining("your bank took the payment back")],
  [
    { ...closed, reason: "returned", since: may(3) },
    "closed since 3 May: what you paid for it was given back",
  ],
  [{ ...closed, reason: "paused" }, "closed while your plan rests"],
  [{ ...closed, reason: "trial_over" }, expect.stringContaining("no card was there")],
] as const)("what is closed says why: %o", (held, said) => {
  expect(whyClosed(held, "en-GB")).toEqual(said);
});
