import { type Asset, bundle } from "./bundle";

/** Every file of the stand-in's pages, by its path. Made once at start, so that each request is a look-up. */
export async function loadAssets(): Promise<ReadonlyMap<string, Asset>> {
  const [stripe, frame, challenge, hosted, dashboard] = await Promise.all([
    bundle("js/stripe/index.ts", "iife"),
    bundle("js/frame/index.ts", "esm"),
    bundle("js/challenge/index.ts", "esm"),
    bundle("js/hosted/index.ts", "esm"),
    bundle("pages/dashboard/dashboard.css", "esm"),
  ]);
  return new Map([
    ["/endive/stripe.js", stripe.script],
    ["/stripe.js", stripe.script],
    ["/elements/frame.js", frame.script],
    ["/elements/frame.css", frame.style],
    ["/3ds/challenge.js", challenge.script],
    ["/3ds/challenge.css", challenge.style],
    ["/hosted/pay.js", hosted.script],
    ["/hosted/hosted.css", hosted.style],
    ["/dashboard.css", dashboard.style],
  ]);
}
