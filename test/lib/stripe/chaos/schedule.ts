import fc from "fast-check";
import { type ActName, acts } from "./acts/acts";

/**
 * How far something gets before the next step: nowhere; as far as it can while answers are held up; to its end,
 * with everything else.
 */
export type Pace = "overlapping" | "through" | "alone";

/** What goes wrong at the stand-in with a request for an object or a list; see its README. */
const faults = [
  "error_before",
  "error_after",
  "rate_limit",
  "lock_timeout",
  "cut_before",
  "cut_after",
] as const;
export type Fault = (typeof faults)[number];

/** One thing that happens: at the stand-in, on the way, or with time. */
export type Step =
  | { do: "act"; act: ActName; which: number }
  /** Time passes for everybody, in seconds. */
  | { do: "wait"; seconds: number }
  /** The stand-in's clock is moved on by as many days: trials, periods and retries end. */
  | { do: "advance"; days: number }
  /** An event arrives, perhaps again, perhaps while others are being processed. */
  | { do: "deliver"; which: number; pace: Pace; fails: boolean }
  /** The latest arrive, all at once. */
  | { do: "burst"; latest: number; pace: Pace }
  /** The list of events is read. */
  | { do: "poll"; pace: Pace }
  /** Stripe fails so many of the next requests. More than three in a row, and the receiver gives up for now. */
  | { do: "fault"; fault: Fault; times: number }
  /** What is under way ends in the middle of it. */
  | { do: "interrupt" };

export type Schedule = {
  steps: Step[];
  /** Steps that the stand-in's answers are under way. */
  delays: number[];
  /** What comes at last: deliveries of what wasn't answered 200, or the poll of what was never delivered. */
  end: "deliveries" | "poll";
};

const which = fc.nat(1000);
/** Of two objects the first, with another change each time. */
const theFirst = fc.nat(9).map((n) => 2 * n);
const names = Object.keys(acts).filter((name): name is ActName => Object.hasOwn(acts, name));
/** Acts that need others before them come more often than the rest. */
// biome-ignore format: a list
const often: readonly ActName[] = [
  "rename", "renameProduct", "buy", "begin", "pay", "pay", "endLater", "keep", "changeQuantity", "refund", "advanceClock",
];
/** Acts on the same few objects over and over, so that events about one meet. */
const narrow: readonly (readonly ActName[])[] = [
  ["rename"],
  ["renameProduct", "nicknamePrice"],
  ["rename", "rename", "rename", "leave"],
  ["buy", "endLater", "keep", "changeQuantity", "changeQuantity"],
  ["arriveOnClock", "rename", "rename", "buy", "keep", "endLater", "advanceClock"],
  ["addProduct", "renameProduct", "renameProduct", "deleteProduct"],
];

const pace = fc.constantFrom<Pace>("overlapping", "through", "through", "alone");

const rarely = fc.nat(9).map((n) => n === 0);

function single(
  acts: readonly ActName[],
  objects: fc.Arbitrary<number>,
  interruptions: number,
): fc.Arbitrary<Step> {
  return fc.oneof(
    {
      weight: 80,
      arbitrary: fc.record({
        do: fc.constant("act" as const),
        act: fc.constantFrom(...acts),
        which: objects,
      }),
    },
    {
      weight: 20,
      arbitrary: fc.record({
        do: fc.constant("wait" as const),
        seconds: fc.oneof(fc.double({ min: 0.01, max: 1.2, noNaN: true }), fc.integer({ min: 2, max: 90 })),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({ do: fc.constant("advance" as const), days: fc.constantFrom(1, 3, 8, 31, 40) }),
    },
    {
      weight: 110,
      arbitrary: fc.record({
        do: fc.constant("deliver" as const),
        which,
        pace,
        fails: rarely,
      }),
    },
    {
      weight: 40,
      arbitrary: fc.record({
        do: fc.constant("burst" as const),
        latest: fc.integer({ min: 2, max: 24 }),
        pace,
      }),
    },
    { weight: 4, arbitrary: fc.record({ do: fc.constant("poll" as const), pace }) },
    {
      weight: 10,
      arbitrary: fc.record({
        do: fc.constant("fault" as const),
        fault: fc.constantFrom(...faults),
        times: fc.integer({ min: 1, max: 8 }),
      }),
    },
    { weight: interruptions, arbitrary: fc.record({ do: fc.constant("interrupt" as const) }) },
  );
}

/**
 * Something happens to an object, and again while the first event about it is on its way into the mirror: at once, or
 * so late that its date is no longer believed and the object is fetched.
 */
function race(acts: readonly ActName[], objects: fc.Arbitrary<number>): fc.Arbitrary<Step[]> {
  const newest: Step = { do: "deliver", which: 0, pace: "through", fails: false };
  return fc
    .record({ act: fc.constantFrom(...acts), which: objects, late: fc.boolean() })
    .map(({ act, which, late }) => [
      { do: "act", act, which },
      ...(late ? [{ do: "wait", seconds: 400 } satisfies Step] : []),
      newest,
      { do: "act", act, which: which + 2 },
      newest,
    ]);
}

function steps(
  acts: readonly ActName[],
  objects: fc.Arbitrary<number>,
  interruptions: number,
): fc.Arbitrary<Step[]> {
  const one = single(acts, objects, interruptions).map((step) => [step]);
  const parts = fc.oneof({ weight: 9, arbitrary: one }, { weight: 1, arbitrary: race(acts, objects) });
  return fc.array(parts, { minLength: 5, maxLength: 25, size: "max" }).map((all) => all.flat());
}

/** Histories with their deliveries, most of them in the same second or the next. */
export function schedules({ interruptions }: { interruptions: number }): fc.Arbitrary<Schedule> {
  const wide = steps([...names, ...often], which, interruptions);
  const few = narrow.map((acts) => steps(acts, theFirst, interruptions));
  return fc.record({
    steps: fc.oneof({ weight: few.length, arbitrary: wide }, ...few),
    delays: fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 6 })), {
      minLength: 1,
      maxLength: 8,
    }),
    end: fc.constantFrom("deliveries", "poll"),
  });
}
