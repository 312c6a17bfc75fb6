"use client";

import { useLinkStatus } from "next/link";

/** Inside a link: a quiet mark while its page is on the way. It keeps its place, so nothing moves. */
export function LinkPending() {
  const { pending } = useLinkStatus();
  return (
    <span
      aria-hidden="true"
      className={`ml-1 inline-block size-1.5 rounded-full bg-current transition-opacity delay-100 ${pending ? "opacity-70" : "opacity-0"}`}
    />
  );
}
