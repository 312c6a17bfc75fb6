import { randomBytes, randomUUID } from "node:crypto";
import { expect, type Page } from "@playwright/test";

export type Person = { name: string; email: string; password: string };

/** Somebody no other story knows. */
export function somebody(): Person {
  return { name: "Ada Reader", email: `ada-${randomUUID()}@example.com`, password: "three quiet words" };
}

/**
 * Makes somebody an account, which signs them in; for stories that begin after that. The form is sent without being drawn,
 * as a browser without scripts sends it, and from a network of its own: so many accounts from one would be refused.
 */
export async function signUp(page: Page, person: Person = somebody()): Promise<Person> {
  const form = await page.request.get("/sign-up");
  const answer = await page.request.post("/sign-up", {
    headers: { origin: new URL(form.url()).origin, "x-forwarded-for": `10.${randomBytes(3).join(".")}` },
    multipart: { ...hiddenFields(await form.text()), ...person },
    maxRedirects: 0,
  });
  expect(answer.status(), "what the sign-up form answers").toBe(303);
  return person;
}

/** What the form carries besides what people type: which action it is for. */
function hiddenFields(html: string): Record<string, string> {
  const [form = ""] = html.split("<form noValidate").slice(1);
  const [content = ""] = form.split("</form>");
  const fields = content.matchAll(/<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?/g);
  return Object.fromEntries(
    [...fields].map(([, name, value = ""]) => [name, value.replaceAll("&quot;", '"')]),
  );
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
