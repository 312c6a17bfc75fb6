import { renderToStaticMarkup } from "react-dom/server";
import { expect, test, vi } from "vitest";
import { Entry } from "@/components/library/entry";
import { NextArticle } from "@/components/library/next-article";
import { CurrencyLinks } from "@/components/pricing/currency-links";
import { IntervalLinks } from "@/components/pricing/interval-links";
import { LinkButton } from "@/components/ui/link-button";
import { TextLink } from "@/components/ui/text-link";
import { articles } from "@/content/articles";

vi.mock("next/link", async (original) => ({
  ...(await original<typeof import("next/link")>()),
  useLinkStatus: () => ({ pending: true }),
}));

const [article] = articles;
if (!article) throw new Error("the library is empty");

test.each([
  ["a link that looks like a button", <LinkButton key="b" href="/pricing" />],
  ["a link in a sentence", <TextLink key="t" href="/pricing" />],
  ["a line of the library's contents", <Entry key="e" article={article} state="free" />],
  ["the article that follows", <NextArticle key="n" article={article} />],
  [
    "month or year",
    <IntervalLinks key="i" intervals={["month"]} current="month" currency={null} saving={undefined} />,
  ],
  [
    "a currency",
    <CurrencyLinks key="c" currencies={["usd"]} current="usd" interval="month" locale="en-US" />,
  ],
])("%s, once pressed, shows that its page is on the way", (_, link) => {
  expect(renderToStaticMarkup(link)).toMatch(/<span aria-hidden="true" class="[^"]*opacity-60/);
});

test("the line of the contents is drawn at the foot of the whole entry, which can be pressed anywhere", () => {
  const html = renderToStaticMarkup(<Entry article={article} state="free" />);
  expect(html).toMatch(/<li class="[^"]*\brelative\b/);
  expect(html).toMatch(/<a class="after:absolute after:inset-0 (?!.*\brelative\b)[^"]*"/);
});
