import { expect, type Page } from "@playwright/test";

/** One premium piece for each feature, with words that stand behind its gate and nowhere else. */
export const essay = {
  path: "/library/the-price-of-a-year",
  title: "The price of a year",
  secret: "Call it churn",
};
export const workshop = {
  path: "/library/metering",
  title: "A meter that can be trusted",
  secret: "Choose a unit that the customer can see",
};

/** The page shows its opening and a gate, and no word from behind it. */
export async function expectClosed(page: Page, article: typeof essay = essay): Promise<void> {
  await expect(page.getByRole("heading", { level: 1, name: article.title })).toBeVisible();
  await expect(page.getByRole("heading", { name: /^The rest opens with/ })).toBeVisible();
  await expect(page.getByText(article.secret)).toHaveCount(0);
}

/** The page shows the whole text and no gate. */
export async function expectOpen(page: Page, article: typeof essay = essay): Promise<void> {
  await expect(page.getByText(article.secret)).toBeVisible();
  await expect(page.getByRole("heading", { name: /^The rest opens with/ })).toHaveCount(0);
}
