import type { Backend, PageRequest } from "../backend";
import { html } from "../html";
import type { Page } from "../page";
import { act } from "./act";
import { homePage } from "./home-page";
import { plainPage } from "./layout";
import { listPage } from "./list-page";
import { objectPage } from "./object-page";
import { isSection } from "./sections";

function notFound(): Page {
  return plainPage("Not found", html`<p>There is no such page. <a href="/">Accounts</a></p>`, 404);
}

/** The dashboard's pages; null for a path that isn't one of them. */
export async function dashboard(backend: Backend, request: PageRequest): Promise<Page | null> {
  const { pathname, searchParams } = request.url;
  if (pathname === "/") return homePage(backend, searchParams.get("account"));
  const [root, account, section, id, action] = pathname.split("/").slice(1).map(decodeURIComponent);
  if (root !== "dashboard") return null;
  if (!account || !section || !isSection(section)) return notFound();
  if (!id) return listPage(backend, account, section, searchParams.get("after"));
  if (!action) {
    const done = searchParams.get("done");
    return objectPage(backend, account, section, id, done ? { kind: "done", text: `Done: ${done}.` } : null);
  }
  if (request.method !== "POST") return notFound();
  if (request.site !== null && request.site !== "same-origin" && request.site !== "none") {
    return plainPage("Refused", html`<p>A change can only be made from this dashboard.</p>`, 403);
  }
  return act(backend, account, section, id, action, request.form);
}
