import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { Fault } from "./fault";
import { commandLine, endGroup, isAlive } from "./processes";
import { dataFolder } from "./root";

const note = z.object({ pid: z.number(), children: z.array(z.number()) });
type Note = z.infer<typeof note>;

const file = join(dataFolder, "running.json");

/**
 * Notes that we run here, with the ids of what we start, so that the next run can tell us from a leftover.
 * Processes a killed run left behind are ended first.
 *
 * @returns what adds a child to the note, and what removes the note
 * @throws Fault when another run is alive: two can't share one data folder
 */
export async function claimDataFolder(): Promise<{ record(pid: number): void; release(): void }> {
  const earlier = read();
  if (earlier && runs(earlier)) {
    throw new Fault(`Gatehouse already runs from this folder (process ${earlier.pid}). Stop that one first.`);
  }
  await Promise.all((earlier?.children ?? []).filter(isOurs).map(endGroup));
  const current: Note = { pid: process.pid, children: [] };
  write(current);
  return {
    record(pid) {
      current.children.push(pid);
      write(current);
    },
    release: () => rmSync(file, { force: true }),
  };
}

/** Whether a run has this folder, and so the database in it. */
export function isClaimed(): boolean {
  const found = read();
  return found !== undefined && runs(found);
}

const runs = ({ pid }: Note) => isAlive(pid) && commandLine(pid).includes("scripts/");

const isOurs = (pid: number) => isAlive(pid) && /next|emulator|worker/.test(commandLine(pid));

function read(): Note | undefined {
  try {
    return note.safeParse(JSON.parse(readFileSync(file, "utf8"))).data;
  } catch {
    return undefined;
  }
}

function write(content: Note): void {
  try {
    mkdirSync(dataFolder, { recursive: true });
    writeFileSync(file, JSON.stringify(content));
  } catch (error) {
    throw new Fault(`Can't write to ${dataFolder}; does it belong to another user? ${String(error)}`);
  }
}
