"use client";

import type { ComponentProps } from "react";
import { Failed } from "@/components/site/failed";

export default function CheckoutError({
  error,
  retry,
}: Pick<ComponentProps<typeof Failed>, "error" | "retry">) {
  return (
    <Failed
      title="The checkout can't be shown"
      lead="Something on our side failed. If you were paying: you can't be charged twice, and your account page says what you hold."
      error={error}
      retry={retry}
    />
  );
}
