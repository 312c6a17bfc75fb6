import { assetAt } from "./assets/assets";
import type { Asset } from "./assets/bundle";
import type { Backend, PageRequest } from "./backend";
import { challengeRoutes } from "./challenge/routes";
import { dashboard } from "./dashboard/routes";
import { elementFramePage } from "./elements/frame-page";
import { hostedRoutes } from "./hosted/routes";
import type { Download, Page } from "./page";

/** Answers a request for a page or one of its files; null for any other path. */
export type Pages = (request: PageRequest) => Promise<Page | Download | null>;

/** The pages of a stand-in, with their files. */
export function pagesOf(backend: Backend): Pages {
  return async (request) => {
    const { pathname } = request.url;
    const asset = await assetAt(pathname);
    if (asset) return served(asset, request.known);
    if (pathname === "/elements/frame") return elementFramePage();
    return (
      challengeRoutes(backend, request) ??
      (await hostedRoutes(backend, request)) ??
      dashboard(backend, request)
    );
  };
}

/** What a browser has already isn't sent or compiled again; that it is asked about each time shows a change at once. */
function served({ type, body, etag }: Asset, known: string | null): Page {
  const headers = {
    "Content-Type": type,
    "Cache-Control": "no-cache",
    ETag: etag,
    "Access-Control-Allow-Origin": "*",
    "Cross-Origin-Resource-Policy": "cross-origin",
  };
  return known === etag ? { status: 304, headers, body: "" } : { status: 200, headers, body };
}
