import type { ComponentProps } from "react";

/** A single-line control. Its 17 px keep a phone from zooming in on focus. */
export function Input({ className = "", ...rest }: ComponentProps<"input">) {
  return (
    <input
      {...rest}
      className={`min-h-11 w-full rounded-md border border-edge bg-paper px-3 py-2 text-17 placeholder:text-ink-soft aria-invalid:border-bad aria-invalid:ring-1 aria-invalid:ring-bad ${className}`}
    />
  );
}
