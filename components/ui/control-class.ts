/** The classes shared by what is typed into or chosen from. Its 17 px keep a phone from zooming in on focus. */
export const controlClass =
  "min-h-11 w-full rounded-md border border-edge bg-paper px-3 py-2 text-17 placeholder:text-ink-soft aria-invalid:border-bad aria-invalid:ring-1 aria-invalid:ring-bad";
