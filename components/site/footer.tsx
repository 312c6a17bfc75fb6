import type { Theme } from "@/lib/theme/theme";
import { ThemeChoice } from "./theme-choice";

export function SiteFooter({ theme }: { theme: Theme }) {
  return (
    <footer className="border-t border-line print:hidden">
      <div className="page-width flex min-h-20 flex-wrap items-center justify-between gap-x-8 gap-y-2 py-4 text-13 text-ink-soft">
        <p>Gatehouse. Essays and workshops on running subscriptions.</p>
        <ThemeChoice current={theme} />
      </div>
    </footer>
  );
}
