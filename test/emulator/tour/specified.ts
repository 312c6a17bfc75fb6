import { OPERATIONS } from "@/emulator/operations";
import specified from "@/emulator/schema/specified.json" with { type: "json" };
import type { Recorder } from "./recorder";

export interface Share {
  readonly built: number;
  readonly of: number;
}

/** How much of what a subscription business needs the stand-in has, and how much of it is right. */
export interface Coverage {
  readonly tier1: Share;
  readonly tier2: Share;
  readonly tier3: Share;
  /** Types of events that the tour brought about, of those that Stripe has. */
  readonly events: Share;
  readonly valid: { readonly checked: number; readonly failed: number };
}

export function coverageOf(recorder: Recorder): Coverage {
  return {
    tier1: share(specified.tier1),
    tier2: share(specified.tier2),
    tier3: share(specified.tier3),
    events: {
      built: specified.events.filter((type) => recorder.events.has(type)).length,
      of: specified.events.length,
    },
    valid: { checked: recorder.checked, failed: recorder.failures.length },
  };
}

/** The operations of a tier that aren't built. */
export function missingOf(tier: "tier1" | "tier2"): readonly string[] {
  const built = builtNames();
  return specified[tier].filter((name) => !built.has(name));
}

/** The operations that are built and that the tour passed by. */
export function unvisited(recorder: Recorder): readonly string[] {
  return [...builtNames()].filter((name) => !recorder.operations.has(name));
}

function share(names: readonly string[]): Share {
  const built = builtNames();
  return { built: names.filter((name) => built.has(name)).length, of: names.length };
}

function builtNames(): ReadonlySet<string> {
  return new Set(OPERATIONS.map(({ name }) => name));
}
