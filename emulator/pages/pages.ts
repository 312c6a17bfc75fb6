import { assetAt } from "./assets/assets";
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
    if (asset) {
      const headers = {
        "Content-Type": asset.type,
        "Cache-Control": "no-cache",
        "Access-Control-Allow-Origin": "*",
        "Cross-Origin-Resource-Policy": "cross-origin",
      };
      return { status: 200, headers, body: asset.body };
    }
    if (pathname === "/elements/frame") return elementFramePage();
    return (
      challengeRoutes(backend, request) ??
      (await hostedRoutes(backend, request)) ??
      dashboard(backend, request)
    );
  };
}
