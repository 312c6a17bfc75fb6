import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { programArguments } from "@/scripts/support/program";
import { root } from "@/scripts/support/root";

const commands = ["dev", "start", "build", "check", "migrate", "studio", "worker"];

/** A command of ours, without npm before it. */
async function run(command: string, ...args: string[]) {
  const program = await programArguments(join(root, `scripts/${command}.ts`));
  const ended = promisify(execFile)(process.execPath, [...program, ...args], { timeout: 60_000 });
  return ended.then(
    ({ stdout }) => ({ code: 0, said: stdout }),
    ({ code, stderr }: { code: number; stderr: string }) => ({ code, said: stderr }),
  );
}

test.each(commands)(
  "%s takes no words, and does nothing with those it is given but say so",
  async (command) => {
    const { code, said } = await run(command, "--port", "4000");
    expect(said.trim().split("\n")[0]).toBe("Not understood: --port 4000");
    expect(said).toContain("npm ");
    expect(code).toBe(1);
  },
);

test("asked for help, what takes no words says what it does, and does nothing", async () => {
  expect(await run("dev", "--help")).toEqual({
    code: 0,
    said: expect.stringContaining("PORT=4000 npm run dev    at another port"),
  });
});
