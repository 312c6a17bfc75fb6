import { expect } from "@playwright/test";
import { studio } from "./acts/paying";
import { signUp } from "./acts/people";
import { workshop } from "./acts/reading";
import { subscribe } from "./acts/subscribing";
import { test } from "./support/test";

test("a route behind a gate answers 402 and where to go, until it is paid for", async ({ page, app }) => {
  const person = await signUp(page);
  const refused = await page.request.get("/api/workshops");
  expect(refused.status()).toBe(402);
  const { error } = await refused.json();
  expect(error).toMatchObject({ code: "feature_closed", feature: "workshops", signed_in: true });
  expect(JSON.stringify(error)).not.toContain(workshop.secret);
  await page.goto(error.plans);
  await expect(page.getByText("It opens with Studio or Team.")).toBeVisible();

  await subscribe(app, person, studio);
  const opened = await page.request.get("/api/workshops");
  expect(opened.status()).toBe(200);
  expect(await opened.text()).toContain(workshop.secret);
});
