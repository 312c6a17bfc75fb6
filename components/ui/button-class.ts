/** One leading action to a view (`primary`); the others beside it (`quiet`); one inside a sentence (`plain`). */
export type ButtonVariant = "primary" | "quiet" | "plain";

const shape =
  "inline-flex min-h-11 items-center justify-center gap-2 rounded-md px-5 py-2 text-center text-15 font-medium";

const variants: Record<ButtonVariant, string> = {
  primary: `${shape} bg-accent text-accent-ink hover:bg-accent-hover`,
  quiet: `${shape} border border-edge text-ink hover:bg-wash`,
  plain:
    "inline-flex min-h-11 items-center gap-2 text-15 text-ink underline decoration-edge underline-offset-4 hover:decoration-ink",
};

/** The classes shared by what looks like a button: a button, a link, a submit. */
export function buttonClass(variant: ButtonVariant, className = ""): string {
  return `${variants[variant]} relative cursor-pointer transition-colors disabled:cursor-default disabled:opacity-60 aria-disabled:cursor-default aria-disabled:opacity-60 ${className}`;
}
