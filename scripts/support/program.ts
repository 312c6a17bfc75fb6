import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { build, type Plugin } from "esbuild";
import { dataFolder, root } from "./root";

/** Within the project, so that packages are found from there. */
const folder = join(dataFolder, "programs");

const joined = new Map<string, Promise<string>>();

/**
 * Joins a TypeScript program of ours into one file, all but its packages: that takes 0.3 s at most, and hundreds of
 * files loaded one by one take Node ten times as long. It is done once in a process.
 *
 * @param file the program's
 * @param server whether it loads the application's server code, which otherwise refuses to be loaded outside Next
 * @returns the arguments with which Node runs it
 */
export async function programArguments(file: string, { server = false } = {}): Promise<string[]> {
  const path = joined.get(file) ?? joinFiles(file);
  joined.set(file, path);
  return [...(server ? ["--conditions=react-server"] : []), await path];
}

/** @returns where the whole is */
async function joinFiles(file: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [file],
    outdir: folder,
    bundle: true,
    write: false,
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

/** Several may do so at once: each finds a whole file. */
async function put(path: string, content: Uint8Array): Promise<void> {
  await mkdir(folder, { recursive: true });
  const unfinished = `${path}.${process.pid}`;
  await writeFile(unfinished, content);
  await rename(unfinished, path);
}

/** Files that look for others beside them find them where they are themselves, not beside the whole. */
const ownAddress: Plugin = {
  name: "own address",
  setup({ onLoad }) {
    onLoad({ filter: /\.tsx?$/ }, async ({ path }) => {
      const source = await readFile(path, "utf8");
      const contents = source.replaceAll("import.meta.url", JSON.stringify(pathToFileURL(path).href));
      return { contents, loader: path.endsWith("x") ? "tsx" : "ts" };
    });
  },
};
