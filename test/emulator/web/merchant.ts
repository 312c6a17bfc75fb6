import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

export interface Merchant {
  origin: string;
  /** The address of a page with a Payment Element for the secret given. */
  page(params: Record<string, string>): string;
  stop(): Promise<void>;
}

/** The merchant's programs, each made once in a process. */
const programs = new Map<string, Promise<string>>();

function programOf(harness: string): Promise<string> {
  const made = programs.get(harness) ?? make(harness);
  programs.set(harness, made);
  return made;
}

async function make(harness: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(`harness/${harness}`, import.meta.url))],
    bundle: true,
    write: false,
    format: "esm",
    jsx: "automatic",
    minify: true,
    // There React mounts everything twice.
    define: { "process.env.NODE_ENV": '"development"' },
  });
  return outputFiles[0]?.text ?? "";
}

/**
 * A merchant's site with one page, the program in `harness/`, that holds the real React components. Its policy lets it load the stand-in's
 * script and frames and nothing more, as the application's does.
 */
export async function startMerchant(standIn: string, harness: string): Promise<Merchant> {
  const script = await programOf(harness);
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost");
    if (pathname === "/app.js") {
      response.writeHead(200, { "Content-Type": "text/javascript; charset=utf-8" }).end(script);
      return;
    }
    const policy = [
      "default-src 'none'",
      `script-src 'self' ${standIn}`,
      `connect-src 'self' ${standIn}`,
      `frame-src ${standIn}`,
      "style-src 'self' 'unsafe-inline'",
    ].join("; ");
    const dark = searchParams.get("ground") === "dark";
    const ground = dark ? "background:#16181d;color:#f2f2ee" : "background:#fdfcf9;color:#1d1f1c";
    response.writeHead(200, {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": policy,
    });
    response.end(`<!doctype html><html lang="en"><meta charset="utf-8"><title>Merchant</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<body style="margin:16px;font:16px system-ui;${ground}">
<div id="root" style="max-width:440px;margin:auto"></div>
<script src="${standIn}/endive/stripe.js"></script><script type="module" src="/app.js"></script>`);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = address && typeof address === "object" ? address.port : 0;
  const origin = `http://localhost:${port}`;
  return {
    origin,
    page: (params) => `${origin}/pay?${new URLSearchParams(params)}`,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
