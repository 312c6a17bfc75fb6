import type { ComponentProps } from "react";
import { controlClass } from "./control-class";

/** A single-line control. */
export function Input({ className = "", ...rest }: ComponentProps<"input">) {
  return <input {...rest} className={`${controlClass} ${className}`} />;
}
