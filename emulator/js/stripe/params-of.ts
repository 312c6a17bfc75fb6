import { type ApiObject, type FormParams, type FormValue, isObject } from "../api";

function isParam(value: unknown): value is FormValue {
  if (value === undefined || value === null || typeof value === "boolean") return true;
  if (typeof value === "string" || typeof value === "number") return true;
  return Array.isArray(value) ? value.every(isParam) : isObject(value) && Object.values(value).every(isParam);
}

/** The parts of an object that can be sent; functions and the like are left out. */
export function paramsOf(object: ApiObject): FormParams {
  const params: FormParams = {};
  for (const [name, value] of Object.entries(object)) if (isParam(value)) params[name] = value;
  return params;
}
