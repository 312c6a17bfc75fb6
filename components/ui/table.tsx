import type { ReactNode } from "react";

type TableProps = {
  /** Names the table for those who can't see it. */
  caption: string;
  /** A `thead` and a `tbody`. Cells with `data-numeric` are set right, in tabular figures. */
  children: ReactNode;
};

/** Rows of facts. On a narrow screen the table scrolls by itself, by touch or keyboard, and the page does not. */
export function Table({ caption, children }: TableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard
    <section aria-label={caption} tabIndex={0} className="overflow-x-auto">
      <table className="w-full border-b border-line text-15 [&_[data-numeric]]:text-right [&_[data-numeric]]:font-mono [&_[data-numeric]]:tabular-nums [&_td]:border-t [&_td]:border-line [&_td]:py-3 [&_td:not(:last-child)]:pr-6 [&_th]:py-2 [&_th:not(:last-child)]:pr-6 [&_th]:text-left [&_th]:text-13 [&_th]:font-medium [&_th]:text-ink-soft [&_th[data-numeric]]:font-sans">
        <caption className="sr-only">{caption}</caption>
        {children}
      </table>
    </section>
  );
}
