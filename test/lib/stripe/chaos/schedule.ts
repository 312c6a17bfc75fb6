import fc from "fast-check";

/** One thing that happens: at Stripe, on the way, or with time. */
export type Step =
  | { do: "create" | "change" | "delete"; which: number }
  /** Time passes. */
  | { do: "wait"; seconds: number }
  /** What is under way gets a little further. */
  | { do: "proceed"; milliseconds: number }
  /** Every connection to the database breaks, as when the process is killed. */
  | { do: "cut" }
  /** An event arrives, perhaps again, perhaps while others are being processed. */
  | { do: "deliver"; which: number; apart: boolean; fails: boolean };

const which = fc.nat(1000);

/** Histories with their deliveries: mostly changes and arrivals, most of them in the same second or the next. */
export const schedules: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 1, arbitrary: fc.record({ do: fc.constant("create" as const), which }) },
    { weight: 6, arbitrary: fc.record({ do: fc.constant("change" as const), which }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant("delete" as const), which }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant("cut" as const) }) },
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constant("wait" as const),
        seconds: fc.oneof(fc.double({ min: 0.01, max: 1.2, noNaN: true }), fc.integer({ min: 2, max: 90 })),
      }),
    },
    {
      weight: 5,
      arbitrary: fc.record({
        do: fc.constant("proceed" as const),
        milliseconds: fc.integer({ min: 1, max: 12 }),
      }),
    },
    {
      weight: 9,
      arbitrary: fc.record({
        do: fc.constant("deliver" as const),
        which,
        apart: fc.nat(3).map((n) => n === 0),
        fails: fc.nat(9).map((n) => n === 0),
      }),
    },
  ),
  { minLength: 5, maxLength: 80, size: "max" },
);
