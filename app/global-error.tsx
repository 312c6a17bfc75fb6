"use client";

import { ArchClosed } from "@/components/ui/arch";
import { buttonClass } from "@/components/ui/button-class";
import { Column } from "@/components/ui/column";
import { PageTitle } from "@/components/ui/page-title";
import { sans, serif } from "./fonts";
import "./globals.css";

/**
 * When not even the frame could be made. It stands alone, and its way on is a plain link to the same address, with all
 * that stands in it: here scripts may be what is missing.
 */
export default function GlobalError() {
  return (
    <html lang="en" className={`${sans.variable} ${serif.variable}`}>
      <body>
        <title>Not available · Gatehouse</title>
        <main>
          <Column>
            <ArchClosed className="mb-6 size-12 text-ink-soft" />
            <PageTitle lead="The house itself didn't answer. What you have paid for is safe, and trying again does no harm.">
              Gatehouse can't be reached right now
            </PageTitle>
            {/* biome-ignore lint/a11y/useValidAnchor: the empty address is the page's own, its parameters with it */}
            <a href="" className={buttonClass("primary")}>
              Try again
            </a>
          </Column>
        </main>
      </body>
    </html>
  );
}
