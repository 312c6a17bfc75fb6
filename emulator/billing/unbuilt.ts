import { invalidRequest } from "../core/errors";

/** Refuses parameters that Stripe knows and the stand-in doesn't act on, so that nothing is silently ignored. */
export function refuseUnbuilt<Params extends object>(
  params: Params,
  names: readonly (keyof Params & string)[],
): void {
  for (const name of names) {
    if (params[name] === undefined || params[name] === "") continue;
    throw invalidRequest(`Not implemented by the emulator: the parameter ${name}`, { param: name });
  }
}
