import type { Held } from "../../core/kinds";
import type { Work } from "../../core/work";
import { METHODS_ON } from "./preferences";

/** The configuration every account has from its beginning. */
export function defaultConfiguration(work: Work): Held<"payment_method_configuration"> {
  const present = work.store.list("payment_method_configuration").find(({ is_default }) => is_default);
  if (present) return present;
  return work.store.put("payment_method_configuration", {
    ...METHODS_ON,
    id: work.newId("payment_method_configuration"),
    object: "payment_method_configuration",
    active: true,
    application: null,
    is_default: true,
    livemode: false,
    name: "Default",
    parent: null,
  });
}
