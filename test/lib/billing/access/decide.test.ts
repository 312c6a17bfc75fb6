import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decideAccess } from "@/lib/billing/access/decide";
import type { AccessFact, GrantFact, SubscriptionFact } from "@/lib/billing/access/facts";

const now = new Date("2026-05-10T12:00:00Z");
const closedBy = { fullRefund: true, lostDispute: true };
const meters = { calls: { feature: "api" } };
const terms = { now, graceDays: 7, closedBy, meters };
const days = (count: number) => new Date(now.getTime() + count * 86_400_000);

const subscription = (fields: Partial<SubscriptionFact> = {}): SubscriptionFact => ({
  source: "subscription",
  feature: "essays",
  subscriptionId: "sub_1",
  status: "active",
  cancelAt: null,
  cancelAtPeriodEnd: false,
  periodStart: days(-10),
  periodEnd: days(20),
  unpaidSince: null,
  owesUseAlone: false,
  paused: false,
  paid: true,
  refunded: false,
  lostDispute: false,
  endedAt: null,
  endsWithTrial: false,
  ...fields,
});
const grant = (fields: Partial<GrantFact> = {}): GrantFact => ({
  source: "grant",
  feature: "essays",
  endsAt: null,
  boughtOn: null,
  ...fields,
});
const open = (...facts: AccessFact[]) => decideAccess(facts, terms).open;

describe("a subscription", () => {
  it("opens its feature without an end while it is active or in its trial", () => {
    expect(open(subscription())).toEqual([{ feature: "essays", reason: "subscription", until: null }]);
    expect(open(subscription({ status: "trialing" }))).toEqual([
      { feature: "essays", reason: "trial", until: null, trialEnds: days(20) },
    ]);
  });

  it("is open in its trial to its end alone, where there is no card to go on with", () => {
    const trial = (fields: Partial<SubscriptionFact>) =>
      subscription({ status: "trialing", endsWithTrial: true, ...fields });
    expect(open(trial({}))).toEqual([
      { feature: "essays", reason: "trial", until: days(20), trialEnds: days(20) },
    ]);
    expect(open(trial({ cancelAt: days(2) }))).toMatchObject([{ reason: "ending", until: days(2) }]);
    expect(decideAccess([trial({ periodEnd: days(-1) })], terms).closed).toEqual([
      { feature: "essays", reason: "trial_over", since: days(-1) },
    ]);
  });

  it.each(["incomplete", "incomplete_expired", "unpaid", "paused", "canceled"])(
    "opens nothing when %s",
    (status) => {
      expect(open(subscription({ status }))).toEqual([]);
    },
  );

  it("stays open to the end of its period when it is canceled at period end, and not a moment longer", () => {
    const ends = (periodEnd: Date) => subscription({ cancelAtPeriodEnd: true, periodEnd });
    expect(open(ends(days(3)))).toEqual([{ feature: "essays", reason: "ending", until: days(3) }]);
    expect(open(ends(now))).toEqual([]);
  });

  it("stays open to the day it is canceled at, whatever its period says", () => {
    const ends = subscription({ cancelAt: days(2), cancelAtPeriodEnd: true, periodEnd: days(20) });
    expect(open(ends)).toEqual([{ feature: "essays", reason: "ending", until: days(2) }]);
  });

  it("has its days of grace from the oldest invoice that is unpaid", () => {
    const owing = (unpaidSince: Date) =>
      subscription({ status: "past_due", periodStart: days(-1), unpaidSince });
    expect(open(owing(days(-6)))).toEqual([{ feature: "essays", reason: "grace", until: days(1) }]);
    expect(open(owing(days(-7)))).toEqual([]);
  });

  it("has its days of grace from its period's start where the invoice isn't known", () => {
    expect(open(subscription({ status: "past_due", periodStart: days(-2) }))).toEqual([
      { feature: "essays", reason: "grace", until: days(5) },
    ]);
  });

  it("stays open as it is paid for, but for what is counted, while what was used alone is owed", () => {
    const owing = (feature: string, fields: Partial<SubscriptionFact> = {}) =>
      subscription({ status: "past_due", unpaidSince: days(-9), owesUseAlone: true, feature, ...fields });
    const decided = decideAccess([owing("essays"), owing("api")], terms);
    expect(decided.open).toEqual([{ feature: "essays", reason: "subscription", until: null }]);
    expect(decided.closed).toEqual([{ feature: "api", reason: "unpaid", since: days(-2) }]);
    expect(open(owing("api", { unpaidSince: days(-2) }))).toEqual([
      { feature: "api", reason: "grace", until: days(5) },
    ]);
    expect(open(owing("essays", { cancelAt: days(3) }))).toMatchObject([
      { reason: "ending", until: days(3) },
    ]);
    expect(open(owing("essays", { refunded: true }))).toEqual([]);
    expect(open(owing("essays", { status: "unpaid" }))).toEqual([]);
    expect(open(owing("essays", { owesUseAlone: false }))).toEqual([]);
  });

  it("isn't kept by its grace beyond the day it ends", () => {
    const owing = (fields: Partial<SubscriptionFact>) =>
      open(subscription({ status: "past_due", unpaidSince: days(-2), ...fields }));
    expect(owing({ cancelAt: days(1) })).toEqual([{ feature: "essays", reason: "grace", until: days(1) }]);
    expect(owing({ cancelAtPeriodEnd: true, periodEnd: days(2) })).toMatchObject([{ until: days(2) }]);
    expect(owing({ cancelAtPeriodEnd: true, periodEnd: days(20) })).toMatchObject([{ until: days(5) }]);
  });
});

describe("a grant", () => {
  it("opens to its end, or for good", () => {
    expect(open(grant())).toEqual([{ feature: "essays", reason: "grant", until: null }]);
    expect(open(grant({ endsAt: days(1) }))).toHaveLength(1);
    expect(open(grant({ endsAt: days(-1) }))).toEqual([]);
  });
});

describe("what was bought once", () => {
  const boughtOn = days(-5);
  const returned: AccessFact = { source: "return", feature: "essays", returnedOn: days(-2) };

  it("is open for good, and says since when it is theirs", () => {
    expect(open(grant({ boughtOn }))).toEqual([
      { feature: "essays", reason: "bought", until: null, boughtOn },
    ]);
  });

  it("is closed when its money was given back, and says so unless it, or a plan, opens it again", () => {
    expect(decideAccess([returned], terms)).toMatchObject({
      open: [],
      closed: [{ feature: "essays", reason: "returned", since: days(-2) }],
    });
    for (const again of [grant({ boughtOn }), subscription()])
      expect(decideAccess([returned, again], terms).closed).toEqual([]);
  });
});

describe("a payment that went back", () => {
  const returned = [
    [{ refunded: true }, "refunded"],
    [{ lostDispute: true }, "lost_dispute"],
  ] as const;

  it.each(returned)("closes at once: %o", (fields, reason) => {
    for (const status of ["active", "trialing", "past_due"]) {
      const decided = decideAccess([subscription({ status, unpaidSince: days(-1), ...fields })], terms);
      expect(decided.open).toEqual([]);
      expect(decided.closed).toEqual([{ feature: "essays", reason, since: null }]);
    }
  });

  it("closes nothing where the shop has decided so", () => {
    const lenient = { ...terms, closedBy: { fullRefund: false, lostDispute: false } };
    const decided = decideAccess([subscription({ refunded: true, lostDispute: true })], lenient);
    expect(decided.open).toHaveLength(1);
  });

  it("isn't spoken of where something else opens the same", () => {
    const decided = decideAccess([subscription({ refunded: true }), grant()], terms);
    expect([decided.open.length, decided.closed]).toEqual([1, []]);
  });
});

describe("a paused subscription", () => {
  it("stays open to the end of the period that is paid, and is closed in one that isn't", () => {
    const paused = subscription({ paused: true, periodEnd: days(3) });
    expect(open(paused)).toEqual([{ feature: "essays", reason: "pausing", until: days(3) }]);
    expect(open({ ...paused, paid: false })).toEqual([]);
    expect(decideAccess([{ ...paused, paid: false }], terms).closed).toEqual([
      { feature: "essays", reason: "paused", since: null },
    ]);
  });
});

describe("what is closed", () => {
  const closed = (...facts: AccessFact[]) => decideAccess(facts, terms).closed;

  it("says why and since when to whom it was open", () => {
    const since = (reason: string, day: Date | null) => [{ feature: "essays", reason, since: day }];
    const owing = { status: "past_due", unpaidSince: days(-9) };
    expect(closed(subscription(owing))).toEqual(since("unpaid", days(-2)));
    expect(closed(subscription({ status: "unpaid" }))).toEqual(since("unpaid", null));
    expect(closed(subscription({ status: "paused" }))).toEqual(since("trial_over", null));
    expect(closed(subscription({ status: "canceled", endedAt: days(-3) }))).toEqual(since("ended", days(-3)));
    expect(closed(subscription({ cancelAt: days(-1) }))).toEqual(since("ended", days(-1)));
  });

  it("says nothing of what was never begun, nor of a gift that is over", () => {
    const never = ["incomplete", "incomplete_expired"].map((status) => subscription({ status }));
    expect(closed(...never, grant({ endsAt: days(-1) }))).toEqual([]);
  });

  it("tells what can be put right before what is over, and of several ends the last, in any order", () => {
    const ends = [-30, -3, -90].map((day) => subscription({ status: "canceled", endedAt: days(day) }));
    expect(closed(...ends)).toMatchObject([{ reason: "ended", since: days(-3) }]);
    const owing = subscription({ status: "unpaid" });
    for (const facts of [
      [...ends, owing],
      [owing, ...ends],
    ]) {
      expect(closed(...facts)).toMatchObject([{ reason: "unpaid" }]);
    }
  });
});

describe("what isn't known", () => {
  it("closes and is reported: a status Stripe has added", () => {
    const { open: opened, unknown } = decideAccess([subscription({ status: "hibernating" })], terms);
    expect(opened).toEqual([]);
    expect(unknown).toEqual(['sub_1 has the unknown status "hibernating"']);
  });

  it("closes and is reported: dates that a decision needs and that aren't there", () => {
    const facts = [
      subscription({ cancelAtPeriodEnd: true, periodEnd: null }),
      subscription({ status: "past_due", periodStart: null }),
    ];
    const { open: opened, unknown } = decideAccess(facts, terms);
    expect(opened).toEqual([]);
    expect(unknown).toHaveLength(2);
  });

  it("opens nothing under the name of something every object has", () => {
    expect(open(subscription({ feature: "toString" }), grant({ feature: "constructor" }))).toEqual([]);
    expect(decideAccess([subscription({ status: "toString" })], terms).unknown).toHaveLength(1);
  });
});

describe("many facts", () => {
  const date = fc.option(fc.integer({ min: -40, max: 40 }).map(days), { nil: null });
  const status = fc.oneof(
    fc.constantFrom("active", "trialing", "past_due", "incomplete", "canceled", "unpaid", "paused"),
    fc.string(),
  );
  const feature = fc.constantFrom("essays", "workshops", "elsewhere");
  const fact: fc.Arbitrary<AccessFact> = fc.oneof(
    fc.record({
      source: fc.constant("subscription" as const),
      subscriptionId: fc.constantFrom("sub_1", "sub_2"),
      feature,
      status,
      cancelAt: date,
      cancelAtPeriodEnd: fc.boolean(),
      periodStart: date,
      periodEnd: date,
      unpaidSince: date,
      owesUseAlone: fc.boolean(),
      paused: fc.boolean(),
      paid: fc.boolean(),
      refunded: fc.boolean(),
      lostDispute: fc.boolean(),
      endedAt: date,
      endsWithTrial: fc.boolean(),
    }),
    fc.record({ source: fc.constant("grant" as const), feature, endsAt: date, boughtOn: date }),
    fc.record({ source: fc.constant("return" as const), feature, returnedOn: fc.constant(now) }),
  );
  const lasting = (facts: AccessFact[]) =>
    new Map(open(...facts).map((held) => [held.feature, held.until?.getTime() ?? Number.POSITIVE_INFINITY]));

  it("never close with one more fact what was open without it, nor shorten it", () => {
    fc.assert(
      fc.property(fc.array(fact), fact, (facts, more) => {
        const after = lasting([...facts, more]);
        for (const [key, until] of lasting(facts)) expect(after.get(key)).toBeGreaterThanOrEqual(until);
      }),
    );
  });

  it("give the same in any order", () => {
    fc.assert(
      fc.property(fc.array(fact), (facts) => {
        expect(lasting(facts.toReversed())).toEqual(lasting(facts));
      }),
    );
  });

  it("open nothing that has already ended, nothing that isn't ours, and each feature once", () => {
    fc.assert(
      fc.property(fc.array(fact), (facts) => {
        const opened = open(...facts);
        expect(new Set(opened.map((held) => held.feature)).size).toBe(opened.length);
        for (const held of opened) {
          expect(["essays", "workshops"]).toContain(held.feature);
          if (held.until) expect(held.until.getTime()).toBeGreaterThan(now.getTime());
        }
      }),
    );
  });
});
