import type { FeatureKey } from "@/billing.config";
import { Link } from "@/components/ui/link";
import { type Article, articles } from "@/content/articles";

const kinds: readonly { feature: FeatureKey | null; title: string; text: string }[] = [
  {
    feature: null,
    title: "Free to read",
    text: "Whole, without an account, so that you know how the rest is written.",
  },
  {
    feature: "essays",
    title: "Essays",
    text: "A question with money in it, thought through, with the numbers on the table.",
  },
  {
    feature: "workshops",
    title: "Workshops",
    text: "A pencil, an invoice, and an exercise at the end with its answer.",
  },
];

/** What a subscriber finds, by kind, every title a link. */
export function Inside() {
  return (
    <section aria-labelledby="inside" className="page-width mt-24 sm:mt-30">
      <h2 id="inside" className="font-serif text-40 font-semibold tracking-tight">
        What is inside
      </h2>
      <div className="mt-10 grid gap-x-12 gap-y-12 md:grid-cols-3">
        {kinds.map(({ feature, title, text }) => (
          <div key={title} className="border-t border-edge pt-5">
            <h3 className="text-21 font-semibold">{title}</h3>
            <p className="mt-1 text-15 text-ink-soft">{text}</p>
            <Titles articles={articles.filter((article) => article.feature === feature)} />
          </div>
        ))}
      </div>
    </section>
  );
}

function Titles({ articles }: { articles: readonly Article[] }) {
  return (
    <ul className="mt-4">
      {articles.map(({ slug, title }) => (
        <li key={slug} className="border-t border-line">
          <Link
            href={`/library/${slug}`}
            className="flex min-h-12 items-center py-2.5 font-serif text-17 decoration-1 underline-offset-4 hover:underline"
          >
            {title}
          </Link>
        </li>
      ))}
    </ul>
  );
}
