import { type Asset, type AssetKind, bundle } from "./bundle";

type Files = (kind: AssetKind) => Promise<Asset>;

const stripe = program("js/stripe/index.ts", "iife");
const frame = program("js/frame/index.ts", "esm");
const challenge = program("js/challenge/index.ts", "esm");
const hosted = program("js/hosted/index.ts", "esm");
const dashboard = program("pages/dashboard/dashboard.css", "esm");

const ASSETS = new Map<string, () => Promise<Asset>>([
  ["/endive/stripe.js", () => stripe("script")],
  ["/stripe.js", () => stripe("script")],
  ["/elements/frame.js", () => frame("script")],
  ["/elements/frame.css", () => frame("style")],
  ["/3ds/challenge.js", () => challenge("script")],
  ["/3ds/challenge.css", () => challenge("style")],
  ["/hosted/pay.js", () => hosted("script")],
  ["/hosted/hosted.css", () => hosted("style")],
  ["/dashboard.css", () => dashboard("style")],
]);

/** A file of the stand-in's pages by its path; null where there is none. */
export async function assetAt(path: string): Promise<Asset | null> {
  return (await ASSETS.get(path)?.()) ?? null;
}

/** What a program consists of. It is bundled when first asked for, once in a process: few stand-ins are opened in a browser. */
function program(entry: string, format: "iife" | "esm"): Files {
  let bundled: ReturnType<typeof bundle> | undefined;
  return async (kind) => {
    bundled ??= bundle(entry, format);
    return (await bundled)[kind];
  };
}
