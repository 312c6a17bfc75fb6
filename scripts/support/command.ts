import { spawn } from "node:child_process";
import { join } from "node:path";
import { root } from "./root";

type Options = {
  env?: Readonly<Record<string, string | undefined>>;
  /** Keeps what it prints, to be shown by whoever called. */
  quiet?: boolean;
};

/** The file behind a package's command, to be run by Node itself: npx would stand between it and our signals. */
export const program = (command: string) => join(root, "node_modules/.bin", command);

/**
 * Runs a Node program to its end, in the foreground: a Ctrl-C reaches it as well as us.
 *
 * @param args Node's arguments
 * @returns its exit code, and what it printed where it was to be quiet
 */
export function runNode(args: readonly string[], { env = {}, quiet = false }: Options = {}) {
  const stdio = quiet ? "pipe" : "inherit";
  const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, ...env }, stdio });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  return new Promise<{ code: number; output: string }>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ code: code ?? 1, output }));
  });
}
