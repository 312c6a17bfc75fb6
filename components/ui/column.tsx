import type { ReactNode } from "react";

type Width = "page" | "reading" | "form";

const widths: Record<Width, string> = {
  page: "page-width",
  reading: "reading-width",
  form: "form-width",
};

type ColumnProps = { width?: Width; children: ReactNode; className?: string };

/** A page's body in one of the three widths, with the space a page begins and ends with. */
export function Column({ width = "page", className = "", children }: ColumnProps) {
  return <div className={`${widths[width]} py-16 sm:py-20 ${className}`}>{children}</div>;
}
