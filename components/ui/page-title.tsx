import type { ReactNode } from "react";

type PageTitleProps = {
  children: ReactNode;
  /** One sentence under the title. */
  lead?: ReactNode;
};

/** A page's one `h1`. */
export function PageTitle({ children, lead }: PageTitleProps) {
  return (
    <header className="mb-10 sm:mb-12">
      <h1 className="font-serif text-40 font-semibold tracking-tight">{children}</h1>
      {lead && <p className="mt-4 max-w-[42rem] text-17 text-pretty text-ink-soft sm:text-21">{lead}</p>}
    </header>
  );
}
