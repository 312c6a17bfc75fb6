import { median } from "./statistics";

/** A figure beside its ceiling, each per second, and the share of the ceiling that is reached. */
export type Comparison = { perSecond: number; ceiling: number; ratio: number };

/**
 * Measures several things in turn, round after round and backwards in every other round, so that whatever else
 * the machine does meets all of them.
 *
 * @returns what each came to in each round
 */
export async function inTurn<Name extends string>(
  rounds: number,
  sides: readonly (readonly [Name, () => Promise<number>])[],
): Promise<Map<Name, number[]>> {
  const figures = new Map<Name, number[]>(sides.map(([name]) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, measure] of round % 2 === 0 ? sides : sides.toReversed()) {
      figures.get(name)?.push(await measure());
    }
  }
  return figures;
}

/** The ratio is the median of the rounds' ratios, since what disturbs a round disturbs both. */
export function against(figures: readonly number[] = [], ceilings: readonly number[] = []): Comparison {
  const ratios = figures.map((figure, round) => figure / (ceilings[round] ?? Number.NaN));
  return { perSecond: median(figures), ceiling: median(ceilings), ratio: median(ratios) };
}
