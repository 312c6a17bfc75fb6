import { drawLine, type Line, sayLine } from "./line";

/** Shows how far several things have come; `at` is when that was so, in milliseconds. */
export type Board = { update(line: Omit<Line, "seconds"> & { at: number }): void; end(): void };

/** Where it is shown: a terminal tells its size. */
export type Output = NodeJS.WritableStream & { isTTY?: boolean; columns?: number; rows?: number };

/** How often a terminal is drawn, and how often a log is told of the same thing, in milliseconds. */
const DRAWN = 100;
const TOLD = 10_000;

/** Bars that move on a terminal, and stay there at the end; elsewhere, plain lines. */
export function openBoard(out: Output, names: readonly string[]): Board {
  return timed(out.isTTY ? bars(out, names, { stay: true }) : lines(out));
}

/** For what tells of everything at its end itself: bars that are gone then, and nothing where there is no terminal. */
export function openPassingBoard(out: Output, names: readonly string[]): Board {
  return timed(out.isTTY ? bars(out, names, { stay: false }) : { update: () => {}, end: () => {} });
}

function timed({ update, end }: Shown): Board {
  const began = new Map<string, number>();
  return {
    update({ at, ...line }) {
      const since = began.get(line.name) ?? at;
      began.set(line.name, since);
      update({ ...line, seconds: (at - since) / 1000 });
    },
    end,
  };
}

type Shown = { update(line: Line): void; end(): void };

function bars(out: Output, names: readonly string[], { stay }: { stay: boolean }): Shown {
  const known = new Map<string, Line>();
  const width = Math.max(0, ...names.map((name) => name.length));
  let drawn = 0;
  const draw = (shown: readonly Line[]) => {
    const text = shown.map((line) => `\x1b[2K${drawLine(line, width, out.columns || 80)}\n`).join("");
    out.write(`${drawn > 0 ? `\x1b[${drawn}A` : ""}\x1b[0J${text}`);
    drawn = shown.length;
  };
  const drawOn = () => {
    // More lines than the terminal has could not be drawn over: then those that are done stay out of sight until the end.
    const room = Math.max(1, (out.rows || 24) - 2);
    const all = [...known.values()];
    draw(all.length <= room ? all : all.filter(({ done }) => !done).slice(0, room));
  };
  const timer = setInterval(drawOn, DRAWN);
  return {
    update: (line) => void known.set(line.name, line),
    end: () => {
      clearInterval(timer);
      draw(stay ? [...known.values()] : []);
    },
  };
}

function lines(out: Output): Shown {
  const told = new Map<string, number>();
  return {
    update: (line) => {
      const now = performance.now();
      const last = told.get(line.name);
      if (last === undefined) told.set(line.name, now);
      if (!line.done && (last === undefined || now - last < TOLD)) return;
      told.set(line.name, now);
      out.write(`${sayLine(line)}\n`);
    },
    end: () => {},
  };
}
