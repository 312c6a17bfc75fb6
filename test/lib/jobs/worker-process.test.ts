import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { programArguments } from "@/scripts/support/program";
import { eventually } from "@/test/support/eventually";
import { useTestDatabase } from "@/test/support/use-database";
import { makeDue, noting, queued } from "./support/noting";
import { useWorkers } from "./support/worker";

const database = useTestDatabase();
const start = useWorkers(database);

const folder = mkdtempSync(join(tmpdir(), "gatehouse-worker-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Starts a worker in a process of its own, and returns once it is in the middle of the job that waits. */
async function startBusyProcess(name: string) {
  const file = join(folder, name);
  const main = fileURLToPath(new URL("./support/worker-process.ts", import.meta.url));
  const env = { ...process.env, DATABASE_URL: database.url };
  const child = spawn(process.execPath, [...(await programArguments(main)), file], {
    env,
    stdio: "ignore",
  });
  await eventually(() => expect(existsSync(file)).toBe(true));
  return child;
}

test("a job whose worker is killed in the middle of it runs again, soon", async () => {
  const { seen, job, ask } = noting("endless");
  await ask(1);
  const child = await startBusyProcess("killed");
  await start({ jobs: [job], beat: 50 });
  child.kill("SIGKILL");
  await once(child, "exit");
  await eventually(() => expect(seen).toEqual([1]));
  await eventually(async () => expect(await queued("endless")).toHaveLength(0));
});

test("a process that is told to end gives back the job it can't finish, and ends", async () => {
  const { seen, job, ask } = noting("endless");
  await ask(2);
  const child = await startBusyProcess("told");
  child.kill("SIGTERM");
  const [code] = await once(child, "exit");
  expect(code).toBe(0);
  expect(await queued("endless")).toMatchObject([{ attempts: 1, held: false }]);
  await makeDue("endless");
  await start({ jobs: [job] });
  await eventually(() => expect(seen).toEqual([2]));
});
