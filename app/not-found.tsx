import type { Metadata } from "next";
import { ArchClosed } from "@/components/ui/arch";
import { Column } from "@/components/ui/column";
import { LinkButton } from "@/components/ui/link-button";
import { PageTitle } from "@/components/ui/page-title";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <Column>
      <ArchClosed className="mb-6 size-12 text-ink-soft" />
      <PageTitle lead="There is no page at this address. The link may be old, or a letter of it may be missing.">
        Nothing behind this door
      </PageTitle>
      <LinkButton variant="primary" href="/library">
        Open the library
      </LinkButton>
    </Column>
  );
}
