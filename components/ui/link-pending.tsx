"use client";

import { useLinkStatus } from "next/link";

/** Inside a link: a line at its foot while its page is on the way, after a moment's patience. */
export function LinkPending({ className }: { className: string }) {
  const { pending } = useLinkStatus();
  return (
    <span
      aria-hidden="true"
      className={`pointer-events-none absolute h-0.5 bg-current transition-opacity ${pending ? "opacity-60 delay-100" : "opacity-0"} ${className}`}
    />
  );
}
