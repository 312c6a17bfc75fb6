import type { Backend } from "../backend";
import { type Html, html } from "../html";
import type { Page } from "../page";
import { address } from "./address";
import { dataOf, textAt } from "./json";
import { accountPage } from "./layout";
import { SECTIONS, type Section, type SectionName } from "./sections";

const PAGE_SIZE = "25";

function table(
  account: string,
  name: SectionName,
  section: Section,
  objects: ReturnType<typeof dataOf>,
): Html {
  const heads = section.columns.map(([title]) => html`<th scope="col">${title}</th>`);
  const rows = objects.map((object) => {
    const id = textAt(object, "id");
    const cells = section.columns.map(([, cell]) => html`<td>${cell(object)}</td>`);
    return html`<tr><th scope="row"><a href="${address(account, name, id)}"><code>${id}</code></a></th>${cells}</tr>`;
  });
  return html`<div class="scroll" tabindex="0"><table><thead><tr><th scope="col">Id</th>${heads}</tr></thead><tbody>${rows}</tbody></table></div>`;
}

/** Objects of one type, newest first, a page at a time; `after` is the id the page before ended with. */
export async function listPage(
  backend: Backend,
  account: string,
  name: SectionName,
  after: string | null,
): Promise<Page> {
  const section: Section = SECTIONS[name];
  const query = new URLSearchParams({ limit: PAGE_SIZE, ...section.query });
  if (after) query.set("starting_after", after);
  const answer = await backend.call(account, "GET", `${section.collection}?${query}`);
  const frame = { account, accounts: backend.accounts(), section: name, title: section.title };
  if (!answer.ok)
    return accountPage(
      { ...frame, status: answer.status },
      html`<p class="error" role="alert">${answer.message}</p>`,
    );
  const objects = dataOf(answer.object);
  const last = objects.at(-1);
  const older =
    answer.object.has_more === true && last
      ? html`<p><a href="${address(account, name)}?after=${textAt(last, "id")}">Older</a></p>`
      : null;
  const content =
    objects.length > 0 ? table(account, name, section, objects) : html`<p class="empty">None yet.</p>`;
  return accountPage(frame, html`${content}${older}`);
}
