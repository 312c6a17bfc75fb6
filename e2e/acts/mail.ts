import { expect, type Page } from "@playwright/test";
import postgres from "postgres";
import type { Application } from "../support/application";
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

/** Confirms a person's address, as the link of the mail does; for stories in which free days are had. */
export async function confirmAddress({ database }: Application, { email }: Person): Promise<void> {
  const sql = postgres(database.url, { max: 1 });
  const confirmed = await sql`update users set email_verified_at = now() where email = ${email}`;
  await sql.end();
  if (confirmed.count !== 1) throw new Error(`${email} has no account`);
}
