import type { Backend } from "../backend";
import { html } from "../html";
import { type Page, seeOther } from "../page";
import { actionsFor } from "./actions";
import { address } from "./address";
import { plainPage } from "./layout";
import { objectPage } from "./object-page";
import { SECTIONS, type SectionName } from "./sections";

/**
 * Makes the change a form asks for, through the API. A field left as it was isn't sent; what the API refuses
 * is said on the object's page.
 */
export async function act(
  backend: Backend,
  account: string,
  section: SectionName,
  id: string,
  name: string,
  form: URLSearchParams,
): Promise<Page> {
  const before = await backend.call(
    account,
    "GET",
    `${SECTIONS[section].collection}/${encodeURIComponent(id)}`,
  );
  const action = before.ok ? actionsFor(section, before.object).find((one) => one.name === name) : undefined;
  if (!action)
    return plainPage("Not possible", html`<p>This can't be done with ${id} as it is now.</p>`, 409);
  const changed = action.fields.filter((field) => form.get(field.name) !== field.value);
  const filled = Object.fromEntries(changed.map((field) => [field.name, form.get(field.name) ?? ""]));
  const answer = await backend.call(account, action.method, action.path, { ...filled, ...action.fixed });
  if (!answer.ok) return objectPage(backend, account, section, id, { kind: "error", text: answer.message });
  return seeOther(`${address(account, section, id)}?done=${action.name}`);
}
