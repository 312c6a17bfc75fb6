import type { ComponentProps } from "react";
import { Link } from "./link";

/** A link inside running text. */
export function TextLink({ className = "", ...rest }: ComponentProps<typeof Link>) {
  return (
    <Link
      line="inset-x-0 -bottom-1"
      {...rest}
      className={`text-accent underline decoration-1 underline-offset-4 hover:decoration-2 ${className}`}
    />
  );
}
