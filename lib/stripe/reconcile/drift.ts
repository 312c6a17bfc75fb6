import type { Observed } from "../mirror/observed";

/**
 * How a row differs from Stripe. `missing`: Stripe has an object that the mirror doesn't; `stale`: the mirror has
 * an older content; `gone`: the mirror has an object that Stripe has deleted.
 */
export type DriftKind = "missing" | "stale" | "gone";

/** One row that differs, and what Stripe has. */
export type Drift = { kind: DriftKind; truth: Observed };
