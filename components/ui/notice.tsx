import type { ReactNode } from "react";
import { type Tone, ToneMark } from "./tone";

const rule: Record<Tone, string> = {
  info: "border-edge",
  good: "border-good",
  warn: "border-warn",
  bad: "border-bad",
};

type NoticeProps = {
  tone?: Tone;
  /** What is the case, in a few words. */
  title: string;
  /** Why, and the one thing to do. */
  children?: ReactNode;
  /** Say it aloud when it appears: for answers to what the visitor just did. */
  announce?: boolean;
};

/** What is the case, why, and what to do about it, beside the thing it is about. */
export function Notice({ tone = "info", title, children, announce = false }: NoticeProps) {
  return (
    <div
      {...(announce && { role: "alert" })}
      className={`flex gap-3 border-l-2 bg-wash px-4 py-3 text-15 ${rule[tone]}`}
    >
      <ToneMark tone={tone} className="mt-1 size-4" />
      <div className="min-w-0 space-y-1">
        <p className="font-medium">{title}</p>
        {children && <div className="text-ink-soft">{children}</div>}
      </div>
    </div>
  );
}
