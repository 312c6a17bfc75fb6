import type { ReactNode } from "react";
import { ArchOpen } from "./arch";

type EmptyProps = {
  title: string;
  /** Why nothing is here. */
  children: ReactNode;
  /** The one thing to do. */
  action?: ReactNode;
};

/** A place with nothing in it: what is the case, why, and what to do. */
export function Empty({ title, children, action }: EmptyProps) {
  return (
    <div className="flex flex-col items-start gap-4 border-t border-line py-10">
      <ArchOpen className="size-10 text-ink-soft" />
      <h2 className="text-21 font-semibold">{title}</h2>
      <div className="max-w-[38rem] text-ink-soft">{children}</div>
      {action}
    </div>
  );
}
