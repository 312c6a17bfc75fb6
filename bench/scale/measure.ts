import { against, inTurn } from "../support/compare";
import { withServer } from "../support/server";
import type { Growth, ScaleFigures } from "./figures";
import { createWorld, type Size, type World } from "./world";

export type ScaleLoad = { rounds: number; events: number; large: Size };

const SMALL: Size = { customers: 1_000, ledger: 1_000 };

/** Measures what an event and an access check cost in a small database and in a large one, in turn. */
export function measureScale({ rounds, events, large }: ScaleLoad): Promise<ScaleFigures> {
  return withServer(async (server) => {
    const worlds = [
      await createWorld(server, "small", SMALL),
      await createWorld(server, "large", large),
    ] as const;
    return compareWorlds(rounds, events, worlds);
  });
}

/** Measures both kinds of work in two databases, and stops the processes that do it. */
async function compareWorlds(
  rounds: number,
  events: number,
  worlds: readonly [World, World],
): Promise<ScaleFigures> {
  const figures = {
    event: await growth(rounds, worlds, (world) => world.events(events)),
    access: await growth(rounds, worlds, (world) => world.accesses(events * 2)),
  };
  for (const world of worlds) world.stop();
  return figures;
}

type Perform = (world: World) => Promise<number>;

async function growth(
  rounds: number,
  [small, large]: readonly [World, World],
  perform: Perform,
): Promise<Growth> {
  for (const world of [small, large]) await perform(world);
  const figures = await inTurn(rounds, [
    ["small", () => perform(small)],
    ["large", () => perform(large)],
  ]);
  const { perSecond, ceiling, ratio } = against(figures.get("small"), figures.get("large"));
  return { small: 1000 / perSecond, large: 1000 / ceiling, ratio };
}
