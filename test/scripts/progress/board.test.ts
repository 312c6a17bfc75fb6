import { PassThrough } from "node:stream";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openBoard, openPassingBoard } from "@/scripts/progress/board";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** What goes out, as a terminal of that size or as a file. */
function output(size?: { columns: number; rows: number }) {
  let text = "";
  const stream = Object.assign(new PassThrough(), { isTTY: size !== undefined, ...size });
  stream.on("data", (chunk: Buffer) => {
    text += chunk.toString();
  });
  return {
    stream,
    taken: () => {
      const now = text;
      text = "";
      return now;
    },
  };
}

const line = (name: string, given: object) => ({
  ...{ name, state: "reading", count: 0, share: null, at: 0, done: false },
  ...given,
});

test("on a terminal each thing has a bar, its count and its rate, drawn over the last", () => {
  const { stream, taken } = output({ columns: 100, rows: 24 });
  const board = openBoard(stream, ["customer", "price"]);
  board.update(line("customer", {}));
  board.update(line("customer", { count: 1_500, share: 0.5, at: 3_000 }));
  board.update(line("price", {}));
  vi.advanceTimersByTime(100);
  expect(taken()).toBe(
    `\x1b[0J\x1b[2Kcustomer  ${"█".repeat(12)}${"─".repeat(12)}      1,500      500/s  reading\n` +
      `\x1b[2Kprice     ${"─".repeat(24)}          0        0/s  reading\n`,
  );
  board.end();
  expect(taken().startsWith("\x1b[2A")).toBe(true);
});

test("a bar of unknown length moves, and is full at the end", () => {
  const { stream, taken } = output({ columns: 100, rows: 24 });
  const board = openBoard(stream, ["customer"]);
  const drawn = (given: object) => {
    board.update(line("customer", given));
    vi.advanceTimersByTime(100);
    return taken();
  };
  drawn({});
  expect(drawn({ at: 1_000 })).not.toBe(drawn({ at: 1_500 }));
  expect(drawn({ at: 2_000, share: 1, done: true })).toContain("█".repeat(24));
  board.end();
});

test("a terminal that is too low shows what is still under way, and at the end all of it", () => {
  const { stream, taken } = output({ columns: 100, rows: 4 });
  const board = openBoard(stream, ["one", "two", "three"]);
  board.update(line("one", { done: true }));
  board.update(line("two", {}));
  board.update(line("three", {}));
  vi.advanceTimersByTime(100);
  const shown = taken();
  expect(shown).not.toContain("one");
  expect(shown).toContain("two");
  board.end();
  const last = taken();
  for (const name of ["one", "two", "three"]) expect(last).toContain(name);
});

test.each([120, 80, 40])(
  "in %i columns a line says how many, how fast and how it stands, and isn't broken",
  (columns) => {
    const name = "entitlements.active_entitlement_summary";
    const { stream, taken } = output({ columns, rows: 24 });
    const board = openBoard(stream, ["price", name]);
    for (const one of ["price", name]) {
      board.update(line(one, {}));
      board.update(line(one, { count: 1_234_567, at: 3_000 }));
    }
    board.end();
    const lines = taken().replaceAll("\x1b[0J", "").replaceAll("\x1b[2K", "").trimEnd().split("\n");
    expect(lines).toHaveLength(2);
    for (const shown of lines) {
      expect(shown).toMatch(/[─█]{6,24} {2}1,234,567 {2}411,522\/s {2}reading$/);
      expect(shown.length).toBeLessThanOrEqual(columns);
    }
  },
);

test("elsewhere a line tells of each thing at its end, and now and then before", () => {
  const { stream, taken } = output();
  vi.spyOn(performance, "now").mockImplementation(() => Date.now());
  const board = openBoard(stream, ["customer"]);
  board.update(line("customer", {}));
  vi.advanceTimersByTime(9_000);
  board.update(line("customer", { count: 900, at: 9_000 }));
  expect(taken()).toBe("");
  vi.advanceTimersByTime(1_000);
  board.update(line("customer", { count: 1_000, at: 10_000 }));
  expect(taken()).toBe("customer: 1,000 objects, 100/s, reading\n");
  board.update(line("customer", { count: 1_200, at: 12_000, state: "done", done: true }));
  expect(taken()).toBe("customer: 1,200 objects, 100/s, done\n");
  board.end();
});

test("what tells of itself at the end is shown while it lasts, and leaves nothing behind", () => {
  const { stream, taken } = output({ columns: 100, rows: 24 });
  const board = openPassingBoard(stream, ["customer", "price"]);
  board.update(line("customer", { count: 5, state: "comparing" }));
  board.update(line("price", { count: 7, state: "comparing" }));
  vi.advanceTimersByTime(100);
  expect(taken()).toMatch(/customer .*5 .*\n.*price .*7 /);
  board.end();
  expect(taken()).toBe("\x1b[2A\x1b[0J");
  vi.advanceTimersByTime(1_000);
  expect(taken()).toBe("");
});

test("where there is no terminal it shows nothing", () => {
  const { stream, taken } = output();
  const board = openPassingBoard(stream, ["customer"]);
  board.update(line("customer", { done: true }));
  board.end();
  expect(taken()).toBe("");
});
