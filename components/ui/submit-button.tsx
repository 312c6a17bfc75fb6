"use client";

import type { ComponentProps, MouseEvent } from "react";
import { useFormStatus } from "react-dom";
import { type ButtonVariant, buttonClass } from "./button-class";

type SubmitButtonProps = ComponentProps<"button"> & {
  variant?: ButtonVariant;
  /** Said while the form is on its way: "Signing in". */
  pendingLabel: string;
};

/**
 * Sends its form, once: while the form is on its way it says so and ignores further clicks. It stays focusable then, so
 * that a keyboard keeps its place; `aria-disabled` holds it back in the same way for another reason. Before JavaScript
 * arrives it is a plain submit button.
 */
export function SubmitButton({
  variant = "primary",
  pendingLabel,
  className,
  children,
  "aria-disabled": held = false,
  ...rest
}: SubmitButtonProps) {
  const { pending } = useFormStatus();
  const idle = pending || String(held) === "true";
  const once = (event: MouseEvent<HTMLButtonElement>) => {
    if (idle) event.preventDefault();
  };
  return (
    <button
      type="submit"
      {...rest}
      aria-disabled={idle}
      onClick={once}
      className={buttonClass(variant, className)}
    >
      <span aria-live="polite">{pending ? pendingLabel : children}</span>
    </button>
  );
}
