import { Link } from "@/components/ui/link";
import type { Article } from "@/content/articles";
import { type EntryState, EntryStateMark } from "./entry-state";

export function ArticleHeader({ article, state }: { article: Article; state: EntryState }) {
  return (
    <header className="mb-10 border-b border-line pb-8 sm:mb-12">
      <p className="flex flex-wrap items-center gap-x-5 text-15 text-ink-soft">
        <Link
          href="/library"
          className="inline-flex min-h-11 items-center underline decoration-edge underline-offset-4 hover:text-ink"
        >
          The library
        </Link>
        <EntryStateMark state={state} />
        <span>{article.minutes} minutes</span>
      </p>
      <h1 className="mt-4 font-serif text-40 font-semibold tracking-tight sm:text-56">{article.title}</h1>
      <p className="mt-4 text-21 text-ink-soft">{article.line}</p>
    </header>
  );
}
