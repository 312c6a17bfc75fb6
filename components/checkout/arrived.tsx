import type { ReactNode } from "react";
import { Column } from "@/components/ui/column";
import { LinkButton } from "@/components/ui/link-button";
import { PageTitle } from "@/components/ui/page-title";

type ArrivedProps = {
  title: string;
  lead: ReactNode;
  /** What else is to be said, before the ways on. */
  children?: ReactNode;
  receipt?: ReactNode;
};

/** After a purchase: what opened, the way in, and the receipt. */
export function Arrived({ title, lead, children, receipt }: ArrivedProps) {
  return (
    <Column width="reading">
      <PageTitle lead={lead}>{title}</PageTitle>
      {children && <p className="mb-8">{children}</p>}
      <div className="flex flex-wrap gap-3">
        <LinkButton href="/library" variant="primary">
          Go to the library
        </LinkButton>
        <LinkButton href="/account">See your account</LinkButton>
      </div>
      {receipt && (
        <>
          <h2 className="mt-12 mb-4 text-21 font-semibold">Your receipt</h2>
          {receipt}
        </>
      )}
    </Column>
  );
}
