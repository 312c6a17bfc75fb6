import type { ReactNode } from "react";
import { Column } from "@/components/ui/column";
import { PageTitle } from "@/components/ui/page-title";
import { LookAgain } from "./look-again";

/** A state that passes by itself: the page asks again after a few seconds, with or without JavaScript. */
export function Waiting({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Column width="reading">
      <PageTitle lead={children}>{title}</PageTitle>
      <LookAgain />
      <noscript>
        <meta httpEquiv="refresh" content="4" />
      </noscript>
    </Column>
  );
}
