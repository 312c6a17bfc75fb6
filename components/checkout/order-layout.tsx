import type { ReactNode } from "react";
import { Column } from "@/components/ui/column";
import { PageTitle } from "@/components/ui/page-title";
import { Question } from "@/components/ui/question";

type OrderLayoutProps = {
  title: string;
  /** What is due today, written out. */
  today: string;
  /** What the person gets, what it costs, and what happens then. */
  summary: ReactNode;
  children: ReactNode;
};

/** A page on which something is bought: left what the person does, right what they get; on a phone that folds on top. */
export function OrderLayout({ title, today, summary, children }: OrderLayoutProps) {
  return (
    <Column>
      <PageTitle>{title}</PageTitle>
      <div className="grid gap-x-8 gap-y-8 md:grid-cols-[minmax(0,1fr)_16rem] lg:gap-x-16 lg:grid-cols-[minmax(0,27.5rem)_minmax(0,1fr)]">
        <div className="md:hidden">
          <Question ask={`What you get for ${today} today`}>{summary}</Question>
        </div>
        <section aria-labelledby="pay">{children}</section>
        <aside
          aria-label="Your order"
          className="hidden md:block md:border-l md:border-line md:pl-8 lg:pl-16"
        >
          {summary}
        </aside>
      </div>
    </Column>
  );
}
