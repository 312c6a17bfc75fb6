import type { Comparison } from "./compare";

/** Lines of columns, each as wide as its longest cell; all but the first column to the right. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd : cell.padStart).call(cell, widths[column] ?? 0));
  return rows.map((row) => line(row).join("   ").trimEnd()).join("\n");
}

/** One comparison as a row: what, how many per second, the ceiling, the share reached, and the goal. */
export function comparisonRow(
  what: string,
  { perSecond, ceiling, ratio }: Comparison,
  goal?: number,
): string[] {
  const share = `${Math.round(ratio * 100)} %`;
  return [what, whole(perSecond), whole(ceiling), share, goal ? `≥ ${goal * 100} %` : ""];
}

/** A number without decimals, thousands apart. */
export const whole = (value: number) => Math.round(value).toLocaleString("en-US");

/** A number with so many decimals at most. */
export const decimal = (value: number, digits = 1) =>
  value.toLocaleString("en-US", { maximumFractionDigits: digits });
