import type { Backend, PageRequest } from "../backend";
import { html } from "../html";
import type { Page } from "../page";
import { act, create } from "./act";
import { doneText } from "./action";
import { DELIVERIES, deliverAgainPage, deliveriesPage } from "./deliveries-page";
import { homePage } from "./home-page";
import { plainPage } from "./layout";
import { listPage } from "./list-page";
import { objectPage } from "./object-page";
import { searchPage } from "./search-page";
import { isSection } from "./sections";
import { isTool, runTool, showTool } from "./tools";

function notFound(): Page {
  return plainPage("Not found", html`<p>There is no such page. <a href="/">Accounts</a></p>`, 404);
}

function unknownAccount(name: string): Page {
  const content = html`<p>No request has come with the key <code>sk_test_${name}</code> yet. <a href="/">Accounts</a></p>`;
  return plainPage("No such account", content, 404);
}

/** Only a form of this dashboard may change anything: browsers say where a form was sent from. */
function isOwn({ site }: PageRequest): boolean {
  return site === null || site === "same-origin" || site === "none";
}

async function change(
  backend: Backend,
  request: PageRequest,
  [account, section, id, action]: string[],
): Promise<Page> {
  if (!account || !section || !id || !action) return notFound();
  if (!isOwn(request)) {
    return plainPage("Refused", html`<p>A change can only be made from this dashboard.</p>`, 403);
  }
  const { form } = request;
  if (section === DELIVERIES) return deliverAgainPage(backend, account, id);
  if (isTool(section)) {
    return (await runTool(backend, account, section, [id, action], form)) ?? notFound();
  }
  if (!isSection(section)) return notFound();
  if (id === "new" && action === "create") return create(backend, account, section, form);
  return act(backend, account, section, id, action, form);
}

/** The dashboard's pages; null for a path that isn't one of them. */
export async function dashboard(backend: Backend, request: PageRequest): Promise<Page | null> {
  const { pathname, searchParams } = request.url;
  if (pathname === "/") return homePage(backend, searchParams.get("account"));
  const [root, ...parts] = pathname.split("/").slice(1).map(decodeURIComponent);
  if (root !== "dashboard") return null;
  if (parts[0] && !backend.accounts().includes(parts[0])) return unknownAccount(parts[0]);
  if (request.method === "POST") return change(backend, request, parts);
  const [account, section, id, ...rest] = parts;
  if (!account || !section || rest.length > 0) return notFound();
  const text = doneText(searchParams.get("done") ?? "");
  const note = text === null ? null : ({ kind: "done", text } as const);
  if (isSection(section)) {
    return id
      ? objectPage(backend, account, section, id, note)
      : listPage(backend, account, section, { query: searchParams, note });
  }
  if (id) return notFound();
  if (section === DELIVERIES) return deliveriesPage(backend, account, searchParams);
  if (section === "search") return searchPage(backend, account, searchParams.get("q") ?? "");
  return isTool(section) ? showTool(backend, account, section, note) : notFound();
}
