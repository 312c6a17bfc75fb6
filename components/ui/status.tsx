import type { ReactNode } from "react";
import { type Tone, ToneMark } from "./tone";

/** A state in a word or two: "Active", "Ends on 3 May". */
export function Status({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className="inline-flex items-start gap-1.5 align-top text-15">
      <ToneMark tone={tone} className="mt-1 size-4" />
      {children}
    </span>
  );
}
