import type { ReactNode } from "react";
import type { Article } from "@/content/articles";
import { Entry } from "./entry";
import type { EntryState } from "./entry-state";

type ShelfProps = {
  id: string;
  title: string;
  /** What opens it, in a sentence. */
  note: ReactNode;
  state: EntryState;
  articles: readonly Article[];
};

/** The articles that open together. */
export function Shelf({ id, title, note, state, articles }: ShelfProps) {
  return (
    <section
      aria-labelledby={id}
      className="grid gap-x-16 gap-y-8 border-t border-edge py-10 md:grid-cols-[15rem_1fr] md:py-14"
    >
      <header>
        <h2 id={id} className="text-21 font-semibold">
          {title}
        </h2>
        <p className="mt-2 text-15 text-ink-soft">{note}</p>
      </header>
      <ol>
        {articles.map((article) => (
          <Entry key={article.slug} article={article} state={state} />
        ))}
      </ol>
    </section>
  );
}
