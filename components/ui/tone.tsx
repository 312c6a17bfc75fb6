import { Icon } from "./icon";

/** How something stands. Each tone has a shape of its own, so that colour is never the only sign. */
export type Tone = "info" | "good" | "warn" | "bad";

const toneText: Record<Tone, string> = {
  info: "text-ink-soft",
  good: "text-good",
  warn: "text-warn",
  bad: "text-bad",
};

const shapes: Record<Tone, string> = {
  info: "M8 1.75a6.25 6.25 0 1 0 0 12.5 6.25 6.25 0 0 0 0-12.5ZM8 7.25v4M8 4.5v1",
  good: "M8 1.75a6.25 6.25 0 1 0 0 12.5 6.25 6.25 0 0 0 0-12.5ZM5 8.25l2.25 2.25L11 6",
  warn: "M8 1.75 15 14H1ZM8 6v4M8 11.25v1",
  bad: "M5.25 1.75h5.5l3.5 3.5v5.5l-3.5 3.5h-5.5l-3.5-3.5v-5.5ZM5.75 5.75l4.5 4.5M10.25 5.75l-4.5 4.5",
};

export function ToneMark({ tone, className = "size-4" }: { tone: Tone; className?: string }) {
  return <Icon path={shapes[tone]} className={`${toneText[tone]} ${className}`} />;
}
