import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const tsx = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;

/**
 * The arguments with which Node runs a TypeScript file.
 *
 * @param server loads the application's server code too, which otherwise refuses to be loaded outside Next
 */
export function nodeArguments(file: string, { server = false } = {}): string[] {
  return [...(server ? ["--conditions=react-server"] : []), "--import", tsx, file];
}
