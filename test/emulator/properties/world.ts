import type { Held, Kind } from "@/emulator/core/kinds";
import type { InProcess } from "./in-process";

/** What an action is done in. */
export interface World extends InProcess {
  /** Chooses between the ways it can be done. */
  readonly how: number;
  /** The id of one of a kind's objects, if there are any. */
  pick<One>(all: readonly One[]): One | undefined;
}

export type Action = (world: World) => Promise<unknown>;

/** What an action throws where there is nothing yet that it could be done to. */
export const NOTHING_TO_DO = new Error("Nothing to do");

/** One of the objects of a kind. */
export function some<K extends Kind>({ account, pick }: World, kind: K): Held<K> {
  const found = pick(account.store.list(kind));
  if (found === undefined) throw NOTHING_TO_DO;
  return found;
}

/** One of several ways to do something. */
export function oneOf<Way>({ how }: World, ...ways: readonly [Way, ...Way[]]): Way {
  return ways[how % ways.length] ?? ways[0];
}
