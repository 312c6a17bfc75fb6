"use client";

import type { ComponentProps } from "react";
import { Failed } from "@/components/site/failed";

export default function ErrorPage({ error, retry }: Pick<ComponentProps<typeof Failed>, "error" | "retry">) {
  return (
    <Failed
      title="This page couldn't be opened"
      lead="Something it needs didn't answer. What you have paid for is safe, and trying again does no harm."
      error={error}
      retry={retry}
    />
  );
}
