import type { Backend } from "../backend";
import { html } from "../html";
import { textAt } from "../json";
import { type Page, seeOther } from "../page";
import type { Action } from "./action";
import { actionsFor } from "./actions";
import { address } from "./address";
import { creationOf } from "./creations";
import { plainPage } from "./layout";
import { listPage } from "./list-page";
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
  const changed = action.fields.filter((field) => (form.get(field.name) ?? field.value) !== field.value);
  const filled = Object.fromEntries(changed.map((field) => [field.name, form.get(field.name) ?? ""]));
  const answer = await backend.call(account, action.method, action.path, { ...filled, ...action.fixed });
  if (!answer.ok) return objectPage(backend, account, section, id, { kind: "error", text: answer.message });
  const next = action.ends ? address(account, section) : address(account, section, id);
  return seeOther(`${next}?done=${action.name}`);
}

/** Makes a new object of what a form holds, and opens its page; what the API refuses is said with the form kept. */
export async function create(
  backend: Backend,
  account: string,
  section: SectionName,
  form: URLSearchParams,
): Promise<Page> {
  const creation = creationOf(section);
  if (creation === null) return plainPage("Not possible", html`<p>None can be made here.</p>`, 409);
  const filled = creation.fields.map((field) => ({ ...field, value: form.get(field.name) ?? "" }));
  const given = filled.filter(({ value }) => value !== "").map(({ name, value }) => [name, value]);
  const params = { ...Object.fromEntries(given), ...creation.fixed };
  const answer = await backend.call(account, creation.method, creation.path, params);
  if (answer.ok) {
    return seeOther(`${address(account, section, textAt(answer.object, "id"))}?done=create`);
  }
  const refused: Action = { ...creation, fields: filled };
  const note = { kind: "error", text: answer.message } as const;
  return listPage(backend, account, section, { query: new URLSearchParams(), note, refused });
}
