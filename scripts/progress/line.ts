/** One of several things under way, as a line tells of it. */
export type Line = {
  name: string;
  state: string;
  count: number;
  /** From 0 to 1; null where it isn't known. */
  share: number | null;
  /** Seconds since it began. */
  seconds: number;
  done: boolean;
};

const WIDTH = 24;

/** `customer                 ███████─────────────────  1,200   400/s  reading` */
export function drawLine(line: Line, nameWidth: number): string {
  const { name, state } = line;
  return `${name.padEnd(nameWidth)}  ${bar(line)}  ${number(line.count).padStart(9)}  ${rate(line).padStart(9)}  ${state}`;
}

/** `customer: 1,200 objects, 400/s, reading` */
export function sayLine(line: Line): string {
  return `${line.name}: ${number(line.count)} objects, ${rate(line)}, ${line.state}`;
}

function bar({ share, seconds, done }: Line): string {
  if (share === null && !done && seconds > 0) {
    // How much is left isn't known: a mark that moves says that something happens.
    const at = Math.floor(seconds * 8) % (WIDTH - 2);
    return `${"─".repeat(at)}███${"─".repeat(WIDTH - 3 - at)}`;
  }
  const full = Math.round((share ?? 0) * WIDTH);
  return "█".repeat(full) + "─".repeat(WIDTH - full);
}

function rate({ count, seconds }: Line): string {
  return `${number(Math.round(count / Math.max(seconds, 0.001)))}/s`;
}

const number = (value: number) => value.toLocaleString("en-US");
