import type { Backend } from "../../backend";
import type { Page } from "../../page";
import { detailsPage } from "./details-page";
import { finish } from "./finish";
import type { Visit } from "./frame";

/** Changes of the customer what the portal's configuration allows, and nothing else that a form may hold. */
export async function saveDetails(backend: Backend, visit: Visit, form: URLSearchParams): Promise<Page> {
  const { account, view } = visit;
  const allowed = view.features.customer_update.allowed_updates;
  const isAllowed = (name: string) => allowed.some((one) => name === one || name.startsWith(`${one}[`));
  const given = [...form].filter(([name]) => isAllowed(name) && !name.startsWith("tax_id["));
  const customer = `/v1/customers/${view.customer.id}`;
  const answer = await backend.call(account, "POST", customer, Object.fromEntries(given));
  if (!answer.ok) return detailsPage(visit, answer, form);
  const value = form.get("tax_id[value]");
  if (value && allowed.includes("tax_id")) {
    const type = form.get("tax_id[type]") ?? "";
    const added = await backend.call(account, "POST", `${customer}/tax_ids`, { type, value });
    if (!added.ok) return detailsPage(visit, added, form);
  }
  return finish(visit, "customer_update");
}

/** Takes one of the customer's tax ids away. */
export async function removeTaxId(backend: Backend, visit: Visit, id: string): Promise<Page> {
  const { account, view } = visit;
  const answer = await backend.call(account, "DELETE", `/v1/customers/${view.customer.id}/tax_ids/${id}`);
  return answer.ok ? finish(visit) : detailsPage(visit, answer);
}
