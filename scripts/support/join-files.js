import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { extname, join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Within the project, so that packages are found from there. */
const folder = join(root, ".data/programs");

/**
 * Joins a TypeScript program of ours into one file, all but its packages: that takes 0.3 s at most, and hundreds of
 * files loaded one by one take Node ten times as long. Plain JavaScript, so that nothing has to be loaded to load it.
 *
 * @param {string} file the program's
 * @returns {Promise<string>} where the whole is
 */
export async function joinFiles(file) {
  const { outputFiles } = await build({
    entryPoints: [file],
    outdir: folder,
    bundle: true,
    write: false,
    sourcemap: "inline",
    sourcesContent: false,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    tsconfig: join(root, "scripts/tsconfig.json"),
    plugins: [ownAddress],
    logLevel: "error",
  });
  const [output] = outputFiles;
  if (!output) throw new Error(`Nothing came of ${file}`);
  const path = join(folder, `${relative(root, file).replaceAll(/[\\/]/g, "-")}.mjs`);
  await put(path, output.contents);
  return path;
}

/**
 * Several may do so at once: each finds a whole file.
 *
 * @param {string} path
 * @param {Uint8Array} content
 */
async function put(path, content) {
  await mkdir(folder, { recursive: true });
  const unfinished = `${path}.${process.pid}`;
  await writeFile(unfinished, content);
  await rename(unfinished, path);
}

/**
 * Files that look for others beside them find them where they are themselves, not beside the whole.
 *
 * @type {import("esbuild").Plugin}
 */
const ownAddress = {
  name: "own address",
  setup({ onLoad }) {
    onLoad({ filter: /\.[jt]sx?$/ }, async ({ path }) => {
      const source = await readFile(path, "utf8");
      const contents = source.replaceAll(/import\.meta\.url/g, JSON.stringify(pathToFileURL(path).href));
      return { contents, loader: extname(path).slice(1) };
    });
  },
};
