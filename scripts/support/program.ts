import { joinFiles } from "./join-files.js";

const joined = new Map<string, Promise<string>>();

/**
 * The arguments with which Node runs a program of ours, joined into one file; that is done once in a process.
 *
 * @param file the program's
 * @param server whether it loads the application's server code, which otherwise refuses to be loaded outside Next
 */
export async function programArguments(file: string, { server = false } = {}): Promise<string[]> {
  const path = joined.get(file) ?? joinFiles(file);
  joined.set(file, path);
  return ["--enable-source-maps", ...(server ? ["--conditions=react-server"] : []), await path];
}
