import type { ReactNode } from "react";

type ArchProps = { className?: string };

/** The house's one motif. Always decorative: what it means is said in words beside it. */
function Arch({ className = "size-6", children }: ArchProps & { children: ReactNode }) {
  return (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      aria-hidden="true"
      className={`shrink-0 *:[vector-effect:non-scaling-stroke] ${className}`}
    >
      {children}
    </svg>
  );
}

/** The mark: an arch with its gate ajar. */
export function ArchMark(props: ArchProps) {
  return (
    <Arch {...props}>
      <path d="M4 21.25V11a8 8 0 0 1 16 0v10.25" />
      <path d="M8 21.25V11.5a4 4 0 0 1 6.5-3.1v12.85Z" fill="currentColor" stroke="none" />
      <path d="M1.5 21.25h21" />
    </Arch>
  );
}

/** A closed gate: two leaves that meet, and a keyhole. */
export function ArchClosed(props: ArchProps) {
  return (
    <Arch {...props}>
      <path d="M4 21.25V11a8 8 0 0 1 16 0v10.25Z" />
      <path d="M12 3v9.5M12 16.5v4.75" />
      <circle cx="12" cy="14.5" r="1.75" />
    </Arch>
  );
}

/** An open gate: nothing in the way. For what is open, and for a page with nothing on it yet. */
export function ArchOpen(props: ArchProps) {
  return (
    <Arch {...props}>
      <path d="M4 21.25V11a8 8 0 0 1 16 0v10.25" />
      <path d="M1.5 21.25h21" />
    </Arch>
  );
}
