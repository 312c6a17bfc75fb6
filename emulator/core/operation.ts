import type Stripe from "stripe";
import type { Wire } from "./stored";
import type { Call } from "./work";

type At<T, Path extends string> = Path extends `${infer Head}.${infer Rest}`
  ? Head extends keyof T
    ? At<T[Head], Rest>
    : never
  : Path extends keyof T
    ? T[Path]
    : never;

type FirstParams<Args> = Args extends [string, ...infer Rest]
  ? FirstParams<Rest>
  : Args extends [(infer Params)?, ...unknown[]]
    ? Params
    : never;

type Arguments<Method> = Method extends (...args: infer Args) => unknown ? Args : never;

/** The parameters of the SDK's method of that name (`customers.create`), as they arrive on the wire. */
export type ParamsOf<Name extends string> = Wire<
  Exclude<FirstParams<Arguments<At<Stripe, Name>>>, null | undefined>
>;

/** What a handler answers: a stored object, a page of them, or a deleted stub. Rendered by the core. */
export interface Answer {
  readonly object: string;
}

/** An operation of the API. Its method, path and parameters come from the generated table, by its name. */
export interface Operation {
  /** As the SDK names it: `customers.create`, `testHelpers.testClocks.advance`. */
  readonly name: string;
  run(call: Call<unknown>): Answer;
  /** A publishable key may call it. */
  readonly publishable: boolean;
}

/**
 * Declares an operation. `run` is synchronous and sees checked parameters; what it writes is undone when it
 * throws. Parameter types follow from the name.
 */
export function operation<Name extends string>(
  name: Name,
  run: (call: Call<ParamsOf<Name>>) => Answer,
  options: { publishable?: boolean } = {},
): Operation {
  return { name, publishable: options.publishable ?? false, run: run as Operation["run"] };
}
