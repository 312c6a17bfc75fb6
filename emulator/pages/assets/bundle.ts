import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** A file the stand-in serves from memory. */
export interface Asset {
  type: string;
  body: string;
  /** Changes with the body: https://www.rfc-editor.org/rfc/rfc9110#name-etag */
  etag: string;
}

export type AssetKind = "script" | "style";

const TYPES: Record<AssetKind, string> = {
  script: "text/javascript; charset=utf-8",
  style: "text/css; charset=utf-8",
};

function asset(kind: AssetKind, body: string): Asset {
  return { type: TYPES[kind], body, etag: `"${createHash("sha256").update(body).digest("base64url")}"` };
}

/**
 * Bundles one of the browser's programs from its TypeScript source (a path below `emulator/`), about 50 ms.
 * `format` is "iife" for a script that must run as soon as it is loaded, "esm" for a module.
 */
export async function bundle(entry: string, format: "iife" | "esm"): Promise<Record<AssetKind, Asset>> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(`../../${entry}`, import.meta.url))],
    outdir: "out",
    bundle: true,
    minify: true,
    write: false,
    format,
    target: "es2022",
    legalComments: "none",
  });
  const text = (ending: string) => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? "";
  return { script: asset("script", text(".js")), style: asset("style", text(".css")) };
}
