import { spawnSync } from "node:child_process";
import { root } from "../support/root";

/** Whether package-lock.json is what `npm ci` accepts, on every platform. Needs the registry for some of it. */
export async function checkLock(): Promise<{ ok: boolean; output: string }> {
  const { status, stdout, stderr } = spawnSync("npm", ["ci", "--dry-run", "--ignore-scripts"], {
    cwd: root,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  const output = `${stdout}${stderr}`;
  if (status === 0) return { ok: true, output: "" };
  const offline = /ENOTFOUND|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN|ENETUNREACH/.test(output);
  if (offline && !process.env.CI)
    return { ok: true, output: "note: left out, the registry can't be reached" };
  return { ok: false, output };
}
