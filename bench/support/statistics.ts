/** The value in the middle; of an even number of values, the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  return (quantile(values, 0.5, Math.floor) + quantile(values, 0.5, Math.ceil)) / 2;
}

/**
 * The value below or at which a share of all values lies.
 *
 * @param share from 0 to 1
 */
export function percentile(values: readonly number[], share: number): number {
  return quantile(values, share, Math.ceil);
}

function quantile(values: readonly number[], share: number, round: (rank: number) => number): number {
  const sorted = Float64Array.from(values).sort();
  const value = sorted[round(share * (sorted.length - 1))];
  if (value === undefined) throw new RangeError("There is nothing to take a quantile of.");
  return value;
}
