import type { ReactNode } from "react";

/** Plain links beside a heading, or below what they are about: targets for a thumb that take no more room than their words. */
export function LinkRow({ children }: { children: ReactNode }) {
  return <div className="-my-2 flex flex-wrap gap-x-6">{children}</div>;
}
