import type { FormParams, FormValue } from "./api";

function isParams(value: FormValue): value is FormParams {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** `above` laid over `below`, object by object; what is undefined above lets what is below show. */
export function layered(below: FormParams, above: FormParams): FormParams {
  const result = { ...below };
  for (const [name, value] of Object.entries(above)) {
    const under = result[name];
    if (value === undefined) continue;
    result[name] = isParams(value) && isParams(under) ? layered(under, value) : value;
  }
  return result;
}
