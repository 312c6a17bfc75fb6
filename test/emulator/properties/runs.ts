/**
 * How often a property is tried, and on which cases. One that fails prints its seed and path; given as
 * `PROPERTY_SEED` and `PROPERTY_PATH` they play that case again, and `PROPERTY_RUNS` tries more.
 */
export function runs(usual: number) {
  const { PROPERTY_PATH: path, PROPERTY_RUNS: count, PROPERTY_SEED: seed } = process.env;
  return {
    numRuns: Number(count ?? usual),
    ...(path === undefined ? {} : { path }),
    ...(seed === undefined ? {} : { seed: Number(seed) }),
  };
}
