import { joinFiles } from "./join-files.js";

const joined = new Map<string, Promise<string>>();

/** The arguments with which Node runs a program of ours, joined into one file; that is done once in a process. */
export async function programArguments(file: string): Promise<string[]> {
  const path = joined.get(file) ?? joinFiles(file);
  joined.set(file, path);
  return ["--enable-source-maps", await path];
}
