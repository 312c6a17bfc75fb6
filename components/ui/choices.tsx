import type { ReactNode } from "react";

type Choice = { value: string; label: string; hint?: ReactNode };

type ChoicesProps = {
  name: string;
  /** The question. */
  legend: string;
  choices: readonly [Choice, ...Choice[]];
};

/** One of a few, each with a line on what it means. The first is chosen. */
export function Choices({ name, legend, choices: [first, ...others] }: ChoicesProps) {
  return (
    <fieldset>
      <legend className="mb-2 text-15 font-medium">{legend}</legend>
      <div className="border-t border-line">
        {[first, ...others].map(({ value, label, hint }) => (
          <label key={value} className="flex min-h-11 gap-3 border-b border-line py-3">
            <input
              type="radio"
              name={name}
              value={value}
              defaultChecked={value === first.value}
              className="mt-1.5 size-4 shrink-0"
            />
            <span>
              {label}
              {hint && <span className="block text-15 text-ink-soft">{hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
