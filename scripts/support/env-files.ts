import { existsSync } from "node:fs";
import { join } from "node:path";
import { loadEnvFile } from "node:process";
import { root } from "./root";

/** Reads `.env.local` and `.env` as Next does: the shell's own variables win, then the local file. */
export function readEnvFiles(): void {
  for (const name of [".env.local", ".env"]) {
    const file = join(root, name);
    if (existsSync(file)) loadEnvFile(file);
  }
}
