/** Schedules that `npm test` plays. */
const USUAL = 200;

/**
 * How many schedules are played, and which: `npm run test:chaos` says so by the environment.
 *
 * @param share of them that one test plays
 */
export function replayed(share: number): {
  runs: number;
  seed: number;
  path?: string;
  endOnFailure: boolean;
} {
  const { CHAOS_RUNS, CHAOS_SEED, CHAOS_PATH } = process.env;
  return {
    runs: Math.ceil(Number(CHAOS_RUNS ?? USUAL) * share),
    seed: Number(CHAOS_SEED ?? Date.now() % 2 ** 31),
    ...(CHAOS_PATH ? { path: CHAOS_PATH } : {}),
    endOnFailure: true,
  };
}
