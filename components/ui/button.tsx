import type { ComponentProps } from "react";
import { type ButtonVariant, buttonClass } from "./button-class";

type ButtonProps = ComponentProps<"button"> & { variant?: ButtonVariant };

/** A button. It submits nothing unless it is told to: use `SubmitButton` in forms. */
export function Button({ variant = "quiet", className, ...rest }: ButtonProps) {
  return <button type="button" {...rest} className={buttonClass(variant, className)} />;
}
