import { expect } from "@playwright/test";
import type Stripe from "stripe";
import { expectInOrder, listenForComplaints } from "./acts/inspecting";
import { openMail } from "./acts/mail";
import { buy } from "./acts/paying";
import { signUp } from "./acts/people";
import type { Application } from "./support/application";
import { faultsOf } from "./support/faults";
import { test } from "./support/test";

test("whoever has bought a plan finds one mail about it, however often the event comes", async ({
  page,
  app,
}) => {
  const person = await signUp(page);
  await buy(page);
  await app.account.deliver();

  const complaints = listenForComplaints(page);
  const begun = "Your Reader plan has begun";
  await openMail(page, person, begun);
  await expect(page.getByText("You paid $9.00")).toBeVisible();
  // Playwright puts a script of its own into every frame, which this one refuses to run.
  expect(complaints.filter((complaint) => !complaint.startsWith("Blocked script execution"))).toEqual([]);
  const html = page.getByTitle("The mail's HTML").contentFrame();
  await expect(html.getByRole("paragraph").filter({ hasText: "It renews on" })).toBeVisible();
  await expect(html.getByRole("link", { name: "Your account" })).toHaveAttribute(
    "href",
    `${app.origin}/account`,
  );
  // axe would wait for its script in the frame, which runs none.
  expect(await faultsOf(page, { iframes: false })).toEqual([]);

  const { data: events } = await app.account.stripe.events.list({ type: "invoice.paid" });
  for (const event of events) expect(await deliverAgain(app, event)).toMatchObject({ result: "duplicate" });
  await page.goto("/dev/inbox");
  const mine = page.getByRole("listitem").filter({ hasText: person.email });
  await expect(mine.getByRole("link", { name: begun })).toHaveCount(1);
  await expectInOrder(page);
});

async function deliverAgain({ origin, account }: Application, event: Stripe.Event): Promise<unknown> {
  const payload = JSON.stringify(event);
  const secret = account.signingSecret;
  const signature = account.stripe.webhooks.generateTestHeaderString({ payload, secret });
  const headers = { "stripe-signature": signature };
  const answer = await fetch(`${origin}/api/stripe/webhook`, { method: "POST", headers, body: payload });
  return answer.json();
}
