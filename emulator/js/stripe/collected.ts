import type { ApiError, FormParams, FormValue } from "../api";
import { layered } from "../layered";
import type { SubmitOperation } from "../protocol";
import type { Element } from "./element";
import { paramsOf } from "./params-of";

/** What the elements around the card say of who pays and where it goes. */
export type Collected = { billing_details?: FormValue; shipping?: FormValue };

/**
 * Checks every element, shows what is missing in each, and gives what they say; or the first error, whose
 * field gets the caret.
 */
export async function collect(elements: readonly Element[]): Promise<Collected | { error: ApiError }> {
  let error: ApiError | null = null;
  let collected: FormParams = {};
  for (const element of elements) {
    const answer = await element.ask({ name: "validate", focus: error === null });
    if (answer.ok) collected = layered(collected, paramsOf(answer.object));
    else error ??= answer.error;
  }
  return error ? { error } : collected;
}

/** The parameters of a request with what the elements said, where the page doesn't say otherwise. */
export function withCollected(
  operation: SubmitOperation["name"],
  params: FormParams,
  { billing_details, shipping }: Collected,
): FormParams {
  const method = { billing_details };
  if (operation === "create_payment_method") return layered(method, params);
  const data = billing_details === undefined ? {} : { payment_method_data: method };
  return layered(operation === "confirm_setup_intent" ? data : { ...data, shipping }, params);
}
