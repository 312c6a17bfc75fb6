import { invalidRequest } from "../../core/errors";
import { referenced } from "../../core/lookup";
import type { Work } from "../../core/work";

/** The tax rates a parameter names; refuses archived ones. */
export function taxRatesOf(work: Work, ids: readonly string[], param: string): readonly string[] {
  return ids.map((id, index) => {
    const at = `${param}[${index}]`;
    if (referenced(work, "tax_rate", id, at).active) return id;
    throw invalidRequest(`The tax rate ${id} is archived. This field only accepts active tax rates.`, {
      param: at,
    });
  });
}
