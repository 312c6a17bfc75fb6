import { spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { expect, onTestFinished, test } from "vitest";
import { coresOf, leaveCoreTo } from "@/bench/support/cores";

test.each([
  ["0", [0]],
  ["0-3", [0, 1, 2, 3]],
  ["0-1,4,6-7", [0, 1, 4, 6, 7]],
  ["", []],
])("the cores of %j", (list, cores) => {
  expect(coresOf(list)).toEqual(cores);
});

const possible = availableParallelism() > 1 && spawnSync("taskset", ["--version"]).status === 0;

test.runIf(possible)("a program's first thread has a core that nobody else of the measurement uses", () => {
  const [program, other] = [idler(), idler()];
  expect(leaveCoreTo(program, [other])).toBe(true);
  const [own, ...more] = coresAt(`/proc/${program}/status`);
  expect(more).toEqual([]);
  expect(coresAt(`/proc/${other}/status`)).not.toContain(own);
});

test("there is no core for a program that has ended", () => {
  expect(leaveCoreTo(2 ** 30, [])).toBe(false);
});

/** A process that waits until it is ended. */
function idler(): number {
  const child = spawn(process.execPath, ["--eval", "process.stdin.resume()"], {
    stdio: ["pipe", "ignore", "ignore"],
  });
  onTestFinished(() => void child.kill());
  if (!child.pid) throw new Error("Node could not be started.");
  return child.pid;
}

function coresAt(path: string): number[] {
  const [, list = ""] = /^Cpus_allowed_list:\s*(\S+)$/m.exec(readFileSync(path, "utf8")) ?? [];
  return coresOf(list);
}
