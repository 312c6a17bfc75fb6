import type { ReactNode } from "react";

export type Column<Row> = {
  head: string;
  cell: (row: Row) => ReactNode;
  /** Amounts stand under each other by their last digit. */
  end?: boolean;
};

type TableProps<Row> = {
  /** What the table is of; said to those who don't see it. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
};

const roles = { table: { role: "table" }, row: { role: "row" }, cell: { role: "cell" } };

/**
 * Rows and columns; on a phone each row is a block, with its headings beside its cells. The roles are named because a browser
 * forgets that a table is one when it is drawn in another way.
 */
export function Table<Row>({ caption, columns, rows, keyOf }: TableProps<Row>) {
  return (
    <table {...roles.table} className="w-full text-left text-15 max-sm:block">
      <caption className="sr-only">{caption}</caption>
      <thead className="border-b border-line text-13 text-ink-soft max-sm:sr-only">
        <tr {...roles.row}>
          {columns.map(({ head, end }) => (
            <th
              key={head}
              scope="col"
              className={`py-2 pr-4 font-medium last:pr-0 ${end ? "text-right" : ""}`}
            >
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-sm:block">
        {rows.map((row) => (
          <tr key={keyOf(row)} {...roles.row} className="border-b border-line max-sm:block max-sm:py-3">
            {columns.map(({ head, cell, end }) => (
              <td
                key={head}
                {...roles.cell}
                className={`py-3 pr-4 align-middle last:pr-0 max-sm:flex max-sm:items-center max-sm:justify-between max-sm:gap-4 max-sm:py-0.5 max-sm:pr-0 max-sm:text-right ${end ? "text-right tabular-nums" : ""}`}
              >
                <span aria-hidden="true" className="text-ink-soft sm:hidden">
                  {head}
                </span>
                <div className="min-w-0">{cell(row)}</div>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
