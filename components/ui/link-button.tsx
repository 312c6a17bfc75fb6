import type { ComponentProps } from "react";
import { type ButtonVariant, buttonClass } from "./button-class";
import { Link } from "./link";

type LinkButtonProps = ComponentProps<typeof Link> & { variant?: ButtonVariant };

/** A link to the next step that looks like a button. */
export function LinkButton({ variant = "quiet", className, ...rest }: LinkButtonProps) {
  return <Link {...rest} className={buttonClass(variant, className)} />;
}
