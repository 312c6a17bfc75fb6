import { expect } from "@playwright/test";
import { buy } from "./acts/paying";
import { signUp } from "./acts/people";
import { essay, expectClosed, expectOpen, workshop } from "./acts/reading";
import { subscriptionsOf } from "./acts/stripe";
import { test } from "./support/test";

test("closed without a plan, open with one, closed again once an administrator has cancelled it", async ({
  page,
  app,
}) => {
  const person = await signUp(page);
  await page.goto(essay.path);
  await expectClosed(page);

  await buy(page);
  await page.goto(essay.path);
  await expectOpen(page);

  const [subscription] = await subscriptionsOf(app, person);
  if (!subscription) throw new Error("Stripe has no subscription of this person");
  await app.account.stripe.subscriptions.cancel(subscription.id);
  await app.account.deliver();
  await page.goto(essay.path);
  await expectClosed(page);
  await page.goto("/account");
  await expect(page.getByText(/Your Reader plan ended on/)).toBeVisible();
});

for (const article of [essay, workshop]) {
  test(`no word from behind the gate of “${article.title}” leaves the server`, async ({ page, request }) => {
    const html = await request.get(article.path);
    expect(await html.text()).toContain(article.title);
    expect(await html.text()).not.toContain(article.secret);
    const payload = await request.get(article.path, { headers: { rsc: "1" } });
    expect(payload.headers()["content-type"]).toContain("text/x-component");
    expect(await payload.text()).toContain(article.title);
    expect(await payload.text()).not.toContain(article.secret);

    const received: Promise<string>[] = [];
    page.on("response", (response) => received.push(response.text().catch(() => "")));
    await page.goto("/library");
    await page.getByRole("link", { name: article.title }).hover();
    await page.getByRole("link", { name: article.title }).click();
    await expectClosed(page, article);
    expect((await Promise.all(received)).filter((text) => text.includes(article.secret))).toEqual([]);
  });
}

test("what is free needs no account", async ({ page }) => {
  await page.goto("/library");
  await page.getByRole("link", { name: "A webhook is not a promise" }).click();
  await expect(
    page.getByRole("heading", { name: "And then look for the ones that never came" }),
  ).toBeVisible();
});
