import { type Theme, themes } from "@/lib/theme/theme";
import { setTheme } from "./set-theme";

const labels: Record<Theme, string> = { system: "System", light: "Light", dark: "Dark" };

/** Light, dark, or as the system has it: three buttons of one form, so that it works without scripts. */
export function ThemeChoice({ current }: { current: Theme }) {
  return (
    <form action={setTheme}>
      <fieldset className="-mx-2.5 flex items-center gap-1">
        <legend className="sr-only">Appearance</legend>
        {themes.map((theme) => (
          <button
            key={theme}
            type="submit"
            name="theme"
            value={theme}
            aria-pressed={theme === current}
            className="min-h-11 cursor-pointer px-2.5 text-13 text-ink-soft decoration-accent decoration-2 underline-offset-8 hover:text-ink aria-pressed:text-ink aria-pressed:underline"
          >
            {labels[theme]}
          </button>
        ))}
      </fieldset>
    </form>
  );
}
