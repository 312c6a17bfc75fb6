import { Link } from "@/components/ui/link";
import type { Article } from "@/content/articles";
import { type EntryState, EntryStateMark } from "./entry-state";

/** One line of the contents: title, what it gives, how long it takes, and whether it is open to the reader. */
export function Entry({ article, state }: { article: Article; state: EntryState }) {
  return (
    <li className="group relative grid gap-x-8 gap-y-1 border-t border-line py-5 first:border-t-0 first:pt-0 sm:grid-cols-[1fr_7.5rem] md:py-6">
      <h3 className="font-serif text-21 font-semibold">
        <Link
          href={`/library/${article.slug}`}
          stretched
          className="decoration-1 underline-offset-4 group-hover:underline"
        >
          {article.title}
        </Link>
      </h3>
      <p className="text-15 text-ink-soft sm:row-start-2">{article.line}</p>
      <p className="flex gap-4 text-13 text-ink-soft sm:row-span-2 sm:flex-col sm:gap-1 sm:pt-1.5">
        <EntryStateMark state={state} />
        <span>{article.minutes} minutes</span>
      </p>
    </li>
  );
}
