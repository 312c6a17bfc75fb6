import { ArchClosed, ArchOpen } from "@/components/ui/arch";

/** How an article stands to its reader. */
export type EntryState = "free" | "open" | "closed";

const words: Record<EntryState, string> = { free: "Free", open: "Open to you", closed: "Closed" };

export function EntryStateMark({ state }: { state: EntryState }) {
  const Arch = state === "closed" ? ArchClosed : ArchOpen;
  return (
    <span className={`inline-flex items-center gap-1.5 ${state === "open" ? "text-good" : ""}`}>
      <Arch className="size-4" />
      {words[state]}
    </span>
  );
}
