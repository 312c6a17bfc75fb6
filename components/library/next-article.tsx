import { Link } from "@/components/ui/link";
import type { Article } from "@/content/articles";

/** The foot of an article: the one that follows in the contents, or the way back to them after the last. */
export function NextArticle({ article }: { article: Article | undefined }) {
  return (
    <nav aria-label="Further reading" className="mt-16 border-t border-line pt-6 print:hidden">
      <p className="text-15 text-ink-soft">{article ? "Next in the library" : "That was the last one"}</p>
      <Link
        href={article ? `/library/${article.slug}` : "/library"}
        className="inline-flex min-h-11 items-center font-serif text-21 font-semibold decoration-1 underline-offset-4 hover:underline"
      >
        {article?.title ?? "Back to the contents"}
      </Link>
    </nav>
  );
}
