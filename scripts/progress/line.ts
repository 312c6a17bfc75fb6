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

/** Characters of a bar at the most, and at the least. */
const WIDEST = 24;
const NARROWEST = 6;

/**
 * `customer                 ███████─────────────────  1,200   400/s  reading`
 *
 * @param columns the line's length at the most: the bar gives way first, and what is said of it last
 */
export function drawLine(line: Line, nameWidth: number, columns: number): string {
  const said = `${number(line.count).padStart(9)}  ${rate(line).padStart(9)}  ${line.state.padEnd(7)}`;
  const room = columns - said.length - 4 - nameWidth;
  const width = Math.max(NARROWEST, Math.min(WIDEST, room));
  const name = line.name.padEnd(nameWidth).slice(0, Math.max(1, columns - said.length - 4 - width));
  return `${name}  ${bar(line, width)}  ${said}`.trimEnd().slice(0, columns);
}

/** `customer: 1,200 objects, 400/s, reading` */
export function sayLine(line: Line): string {
  return `${line.name}: ${number(line.count)} objects, ${rate(line)}, ${line.state}`;
}

function bar({ share, seconds, done }: Line, width: number): string {
  if (share === null && !done && seconds > 0) {
    // How much is left isn't known: a mark that moves says that something happens.
    const at = Math.floor(seconds * 8) % (width - 2);
    return `${"─".repeat(at)}███${"─".repeat(width - 3 - at)}`;
  }
  const full = Math.round((share ?? 0) * width);
  return "█".repeat(full) + "─".repeat(width - full);
}

function rate({ count, seconds }: Line): string {
  return `${number(Math.round(count / Math.max(seconds, 0.001)))}/s`;
}

const number = (value: number) => value.toLocaleString("en-US");
