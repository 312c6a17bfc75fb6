import { invalidRequest } from "../core/errors";

/**
 * Refuses parameters that Stripe knows and the stand-in doesn't act on, so that nothing is silently ignored. `parent`
 * is the parameter they are parts of.
 */
export function refuseUnbuilt<Params extends object>(
  params: Params,
  names: readonly (keyof Params & string)[],
  parent?: string,
): void {
  for (const name of names) {
    if (params[name] === undefined || params[name] === "") continue;
    const param = parent === undefined ? name : `${parent}[${name}]`;
    throw invalidRequest(`Not implemented by the emulator: the parameter ${param}`, { param });
  }
}
