"use client";

import { useLinkStatus } from "next/link";

/** Inside a link that is `relative`: a line at its foot while its page is on the way, after a moment's patience. */
export function LinkPending() {
  const { pending } = useLinkStatus();
  return (
    <span
      aria-hidden="true"
      className={`pointer-events-none absolute inset-x-1 bottom-1 h-0.5 bg-current transition-opacity ${pending ? "opacity-60 delay-100" : "opacity-0"}`}
    />
  );
}
