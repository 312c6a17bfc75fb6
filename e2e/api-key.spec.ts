import { type APIRequestContext, expect } from "@playwright/test";
import { expectInOrder } from "./acts/inspecting";
import { studio } from "./acts/paying";
import { signUp } from "./acts/people";
import { subscribe } from "./acts/subscribing";
import { test } from "./support/test";

test("a key is made and shown once, reads what is open to its owner, and is revoked", async ({
  page,
  app,
  playwright,
}) => {
  const person = await signUp(page);
  await page.goto("/account/keys");
  await expect(page.getByText("Your plan has no API so far")).toBeVisible();
  await subscribe(app, person, studio);
  await page.reload();
  await page.getByRole("button", { name: "Make a key" }).click();
  await expect(page.getByText("Enter a name.")).toBeVisible();
  await page.getByLabel("Name of a new key").fill("My <b>laptop</b>");
  await page.getByRole("button", { name: "Make a key" }).click();
  const shown = page.getByText(/^gh_[\w-]{43}$/);
  await expect(shown).toBeVisible();
  const key = await shown.innerText();
  await expectInOrder(page);
  await page.reload();
  await expect(page.getByText("My <b>laptop</b>")).toBeVisible();
  await expect(shown).toHaveCount(0);

  // Its own browser, without the cookies of the person.
  const program = await playwright.request.newContext({ baseURL: app.origin });
  expect(await call(program, key)).toBe(200);
  expect(await call(program, `${key.slice(0, -1)}_`)).toBe(401);
  await page.goto("/account/usage");
  await expect(page.getByText("1 call", { exact: true })).toBeVisible();
  await expect(page.getByText("$0.00", { exact: true })).toBeVisible();
  await expectInOrder(page);
  await page.goto("/account/keys");
  await expect(page.getByText(/last used on/)).toBeVisible();
  await page.getByRole("button", { name: "Revoke My <b>laptop</b>" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "The key is revoked" })).toBeVisible();
  expect(await call(program, key)).toBe(401);
  await program.dispose();
});

async function call(program: APIRequestContext, key: string): Promise<number> {
  const answer = await program.get("/api/v1/articles/metering", {
    headers: { authorization: `Bearer ${key}` },
  });
  return answer.status();
}
