import { expect, type Page } from "@playwright/test";
import type { Person } from "./people";

/** Opens the mail of this subject to a person, as soon as it is in the inbox. */
export async function openMail(page: Page, { email }: Person, subject: string | RegExp): Promise<void> {
  const mine = page.getByRole("listitem").filter({ hasText: email });
  const link = mine.getByRole("link", { name: subject });
  await expect(async () => {
    await page.goto("/dev/inbox");
    await expect(link).toHaveCount(1, { timeout: 500 });
  }).toPass();
  await link.click();
  await expect(page.getByRole("heading", { level: 1, name: subject })).toBeVisible();
}

/** Where a link of the mail that is open leads. */
export async function linkOf(page: Page, name: string | RegExp): Promise<string> {
  const link = page.getByTitle("The mail's HTML").contentFrame().getByRole("link", { name });
  return (await link.getAttribute("href")) ?? "";
}
