import type { ComponentProps } from "react";
import { Chevron } from "./chevron";
import { controlClass } from "./control-class";

/** A choice of one, with an arrow as far from its edge as the words are from theirs. */
export function Select(props: Omit<ComponentProps<"select">, "className">) {
  return (
    <span className="relative block">
      <select {...props} className={`${controlClass} appearance-none truncate pr-10`} />
      <Chevron className="pointer-events-none absolute text-ink-soft top-1/2 right-3 size-4 -translate-y-1/2" />
    </span>
  );
}
