import { invalidRequest } from "../core/errors";
import type { FormHash } from "../core/form";

/** What a browser brought itself it may see whole, and nothing else. */
export function refuseToExpand(paths: readonly string[]): void {
  const path = paths.find((one) => one !== "payment_method");
  if (path !== undefined) throw invalidRequest(`This property cannot be expanded (${path}).`);
}

/** The paths a request asks to have expanded. */
export function expandOf(form: FormHash): string[] {
  const given = form.get("expand");
  if (given === undefined || typeof given === "string") return [];
  return [...given.values()].filter((path) => typeof path === "string");
}
