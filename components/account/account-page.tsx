import type { ReactNode } from "react";
import { Column } from "@/components/ui/column";
import { PageTitle } from "@/components/ui/page-title";
import { TextLink } from "@/components/ui/text-link";
import { Answer } from "./answer";

type AccountPageProps = {
  title: string;
  lead?: ReactNode;
  /** The `said` of the page's address. */
  said?: unknown;
  width?: "page" | "reading" | "form";
  /** The page this one lies under. */
  under?: { href: string; label: string };
  children: ReactNode;
};

/** A page below the account: the way back, its title, the answer to a form, and its content. */
export function AccountPage({
  title,
  lead,
  said,
  width = "reading",
  under = account,
  children,
}: AccountPageProps) {
  return (
    <Column width={width}>
      <nav aria-label="Breadcrumb" className="-mt-3 mb-3 text-15">
        <TextLink href={under.href} className="inline-flex min-h-11 items-center">
          {under.label}
        </TextLink>
      </nav>
      <PageTitle lead={lead}>{title}</PageTitle>
      <Answer said={said} />
      {children}
    </Column>
  );
}

const account = { href: "/account", label: "Your account" };
