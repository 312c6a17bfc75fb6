import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, it, vi } from "vitest";
import { GENERATED } from "@/emulator/core/generated";
import { OPERATIONS } from "@/emulator/operations";
import { histories, live, type Step } from "./histories";
import { type InProcess, inProcess } from "./in-process";
import { illegalStep, isStepping } from "./legal-steps";
import { runs } from "./runs";
import { stillTime } from "./still-time";

stillTime();

/** The addresses of all lists that nothing has to be said for. */
const LISTS = OPERATIONS.flatMap(({ name }) => {
  const [method, path = "", params] = GENERATED.operations[name] ?? [];
  const asked = typeof params === "number" ? Object.keys(GENERATED.objects[params] ?? {}) : [];
  const free = method === "GET" && !path.includes("{") && !asked.some((param) => param.endsWith("!"));
  return free && asked.includes("limit") ? [`${path}?limit=100`] : [];
});

const stateOf = ({ account, read }: InProcess) => ({
  lists: LISTS.map((address) => read(address)),
  objects: [...account.store.everything()],
});

it("what is read from the journal after a kill is, object by object and list by list, what was there", async () => {
  expect(LISTS.length).toBeGreaterThan(25);
  await fc.assert(
    fc.asyncProperty(histories(25), async (steps) => {
      const folder = mkdtempSync(join(tmpdir(), "stand-in-"));
      const [before, after] = [join(folder, "before"), join(folder, "after")];
      try {
        const shop = inProcess(before);
        await live(shop, steps, () => {});
        const was = stateOf(shop);
        // Nobody closed it: what is in the file now is all that a kill leaves.
        const reopened = inProcess(after, () =>
          copyFileSync(join(before, "test.jsonl"), join(after, "test.jsonl")),
        );
        expect(stateOf(reopened)).toEqual(was);
        shop.close();
        reopened.close();
      } finally {
        rmSync(folder, { recursive: true });
      }
    }),
    runs(12),
  );
});

it("nothing ever takes a step that its status doesn't allow", async () => {
  const taken = new Set<string>();
  const failed = vi.spyOn(console, "error");
  await fc.assert(
    fc.asyncProperty(histories(40), async (steps) => {
      const shop = inProcess();
      const statuses = new Map<string, string>();
      const found: string[] = [];
      shop.account.onCommit = (changes) => {
        for (const [kind, id, object] of changes ?? []) {
          if (!isStepping(kind) || object === null || !("status" in object)) continue;
          const [from, to] = [statuses.get(id) ?? "new", String(object.status)];
          statuses.set(id, to);
          taken.add(`${kind} ${from} ${to}`);
          found.push(...illegalStep(kind, from, to));
        }
      };
      await live(shop, steps, (step: Step) => expect(found, String(step)).toEqual([]));
    }),
    runs(40),
  );
  // What time brings about and fails is told of on the console.
  expect(failed).not.toHaveBeenCalled();
  failed.mockRestore();
  expect(taken.size).toBeGreaterThan(12);
});
