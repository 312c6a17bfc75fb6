import { randomUUID } from "node:crypto";
import { expect, type Page } from "@playwright/test";

export type Person = { name: string; email: string; password: string };

/** Somebody no other story knows. */
export function somebody(): Person {
  return { name: "Ada Reader", email: `ada-${randomUUID()}@example.com`, password: "three quiet words" };
}

/** Makes somebody an account, which signs them in; for stories that begin after that. */
export async function signUp(page: Page, person: Person = somebody()): Promise<Person> {
  await page.goto("/sign-up");
  return signUpHere(page, person);
}

/** Fills in the sign-up page they are on, and waits until they are in. */
export async function signUpHere(page: Page, person: Person): Promise<Person> {
  await expect(page.getByRole("heading", { level: 1, name: "Sign up" })).toBeVisible();
  await page.getByLabel("Your name").fill(person.name);
  await page.getByLabel("E-mail address").fill(person.email);
  await page.getByLabel("Password").fill(person.password);
  await page.getByRole("button", { name: "Create my account" }).click();
  await expectSignedIn(page);
  return person;
}

/** Fills in the sign-in page they are on and sends it; what comes of it is for the story to see. */
export async function signInHere(
  page: Page,
  { email, password }: Pick<Person, "email" | "password">,
): Promise<void> {
  await expect(page.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

export async function expectSignedIn(page: Page): Promise<void> {
  await expect(siteLinks(page).getByRole("link", { name: "Account" })).toBeVisible();
}

export async function expectSignedOut(page: Page): Promise<void> {
  await expect(siteLinks(page).getByRole("link", { name: "Sign in" })).toBeVisible();
}

function siteLinks(page: Page) {
  return page.getByRole("navigation", { name: "Site" });
}
