import type { ReactNode } from "react";
import { Chevron } from "./chevron";

/** A question that opens on its answer. Works without scripts, and the browser's search finds inside it. */
export function Question({ ask, children }: { ask: string; children: ReactNode }) {
  return (
    <details className="group border-t border-line last:border-b">
      <summary className="flex min-h-14 cursor-pointer list-none items-center justify-between gap-6 py-3 text-17 font-medium [&::-webkit-details-marker]:hidden">
        {ask}
        <Chevron className="size-4 text-ink-soft transition-transform group-open:rotate-180" />
      </summary>
      <div className="max-w-[38rem] pb-6 text-17 text-ink-soft">{children}</div>
    </details>
  );
}
