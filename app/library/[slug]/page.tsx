import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ArticleHeader } from "@/components/library/article-header";
import { ClosedArticle } from "@/components/library/closed-article";
import { NextArticle } from "@/components/library/next-article";
import { Reading } from "@/components/library/reading";
import { currentUser } from "@/lib/auth/session";
import { accessFor } from "@/lib/billing/access";
import { articleAfter, findArticle } from "@/lib/library/find";
import { wholeText } from "@/lib/library/read";

type Props = PageProps<"/library/[slug]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const article = findArticle((await params).slug);
  return article ? { title: article.title, description: article.line } : {};
}

export default async function ArticlePage({ params }: Props) {
  const article = findArticle((await params).slug);
  if (!article) notFound();
  const user = await currentUser();
  const { feature } = article;
  const access = await accessFor(user?.id ?? null);
  const open = feature === null || access.can(feature);
  return (
    <article className="reading-width py-12 sm:py-16">
      <ArticleHeader article={article} state={feature === null ? "free" : open ? "open" : "closed"} />
      {open ? (
        <Reading html={await wholeText(article)} />
      ) : (
        <ClosedArticle
          article={article}
          feature={feature}
          userId={user?.id ?? null}
          closed={access.closed.find((held) => held.feature === feature)}
        />
      )}
      <NextArticle article={articleAfter(article)} />
    </article>
  );
}
