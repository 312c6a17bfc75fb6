import type { ReactNode } from "react";

/** A short table of facts, such as a receipt: on the left what it is, on the right how much, when or whose. */
export function Facts({ children, className = "" }: { children: ReactNode; className?: string }) {
  return <dl className={`border-t border-line text-15 ${className}`}>{children}</dl>;
}

export function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="flex justify-between gap-6 border-b border-line py-3">
      <dt className="text-ink-soft">{term}</dt>
      <dd className="min-w-0 text-right break-words tabular-nums">{children}</dd>
    </div>
  );
}
