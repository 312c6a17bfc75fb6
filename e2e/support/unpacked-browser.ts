import { execFileSync, spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { brotliDecompressSync } from "node:zlib";

export type Browser = { executablePath: string; env: Record<string, string> };

const source = join(dirname(createRequire(import.meta.url).resolve("@sparticuz/chromium")), "../../bin");
const cache = join(source, "../../../.cache/gatehouse");

/**
 * Unpacks the Chromium that is an npm package (once, about 2 s), with the libraries and a font for machines
 * that have none.
 *
 * @returns `undefined` where it can't run: on anything but Linux on x64
 */
export async function unpackBrowser(): Promise<Browser | undefined> {
  if (process.platform !== "linux" || process.arch !== "x64") return undefined;
  const folder = join(cache, `chromium-${packageVersion()}`);
  if (!existsSync(folder)) unpack(folder);
  const executablePath = join(folder, "chromium");
  const own = existsSync("/etc/fonts/fonts.conf") ? {} : { FONTCONFIG_FILE: join(folder, "fonts.conf") };
  for (const libraries of [{}, { LD_LIBRARY_PATH: join(folder, "lib") }]) {
    const env = { ...own, ...libraries };
    if (spawnSync(executablePath, ["--version"], { env: { ...process.env, ...env } }).status === 0) {
      return { executablePath, env };
    }
  }
  return undefined;
}

/** Unpacks beside the final place and renames, so that two at once, or one interrupted, leave no half browser. */
function unpack(folder: string): void {
  mkdirSync(cache, { recursive: true });
  const unfinished = mkdtempSync(join(cache, "unpacking-"));
  for (const name of ["al2023.tar", "fonts.tar"]) {
    execFileSync("tar", ["-x", "-C", unfinished], { input: decompress(name) });
  }
  writeFileSync(
    join(unfinished, "fonts.conf"),
    `<fontconfig><dir>${join(folder, "fonts")}</dir></fontconfig>\n`,
  );
  writeFileSync(join(unfinished, "chromium"), decompress("chromium"));
  chmodSync(join(unfinished, "chromium"), 0o755);
  chmodSync(unfinished, 0o755);
  try {
    renameSync(unfinished, folder);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}

const decompress = (name: string) => brotliDecompressSync(readFileSync(join(source, `${name}.br`)));

function packageVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(source, "../package.json"), "utf8"));
  return manifest && typeof manifest === "object" && "version" in manifest
    ? String(manifest.version)
    : "unknown";
}
