import type { ReactNode } from "react";
import { Column } from "@/components/ui/column";
import { LinkButton } from "@/components/ui/link-button";
import { PageTitle } from "@/components/ui/page-title";

type StoppedProps = {
  title: string;
  children: ReactNode;
  /** The one thing to do. */
  action: { href: string; label: string };
};

/** A checkout page with nothing to pay: what is the case, and where to go on. */
export function Stopped({ title, children, action }: StoppedProps) {
  return (
    <Column width="reading">
      <PageTitle lead={children}>{title}</PageTitle>
      <LinkButton href={action.href} variant="primary">
        {action.label}
      </LinkButton>
    </Column>
  );
}
