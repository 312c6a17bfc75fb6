import type { Held } from "../core/kinds";
import { referenced } from "../core/lookup";
import type { Work } from "../core/work";
import { defaultConfiguration } from "../resources/payment-method-configurations/default";

type Given = {
  readonly automatic_payment_methods?: { readonly enabled: boolean };
  readonly payment_method_configuration?: string;
};

/** Which configuration decides how an intent can be paid; null where the request itself decides. */
export function configurationDetails(
  work: Work,
  { automatic_payment_methods: automatic, payment_method_configuration: id }: Given,
): Held<"payment_intent">["payment_method_configuration_details"] {
  if (automatic?.enabled === false) return null;
  const chosen =
    id === undefined
      ? defaultConfiguration(work)
      : referenced(work, "payment_method_configuration", id, "payment_method_configuration");
  return { id: chosen.id, parent: chosen.parent };
}
