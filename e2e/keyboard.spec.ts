import { tabTo, typeInto } from "./acts/keyboard";
import { cardFrame, cards, expectBought, payButton } from "./acts/paying";
import { expectSignedIn, somebody } from "./acts/people";
import { test } from "./support/test";

test("a plan is bought without a mouse", async ({ page }) => {
  const person = somebody();
  await page.goto("/pricing");
  await tabTo(page, page.getByRole("link", { name: "Choose Reader" }));
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByRole("link", { name: "Sign up" }));
  await page.keyboard.press("Enter");
  await typeInto(page, page.getByLabel("Your name"), person.name);
  await typeInto(page, page.getByLabel("E-mail address"), person.email);
  await typeInto(page, page.getByLabel("Password"), person.password);
  await page.keyboard.press("Enter");
  await expectSignedIn(page);

  const card = cardFrame(page);
  await typeInto(page, card.getByLabel("Card number"), cards.good);
  await page.keyboard.type("1240");
  await page.keyboard.type("123");
  await typeInto(page, card.getByLabel("ZIP code"), "10001");
  await tabTo(page, payButton(page));
  await page.keyboard.press("Enter");
  await expectBought(page, "Reader");
});
