import { expect, test } from "vitest";
import { purchaseConfirmation } from "@/lib/billing/mails/purchase-confirmation";
import { billed, written } from "./support";

test("says what was bought, for how much, what happens when, and where to look after it", async () => {
  const { subject, text, html } = await written(purchaseConfirmation, billed);
  expect(subject).toBe("Your Reader plan has begun");
  expect(text).toContain("Hello Ada Reader,");
  expect(text).toContain("You paid $9.00, invoice GATE-0001.");
  expect(text).toContain("It renews on January 31, 2027 and every month after that, until you cancel.");
  expect(text).toContain("<https://gatehouse.example/account>");
  expect(text).toContain("<https://invoice.stripe.com/i/1>");
  for (const said of [
    "Ada Reader",
    "$9.00",
    "January 31, 2027",
    'href="https://gatehouse.example/account"',
  ]) {
    expect(html).toContain(said);
  }
});

test("promises no renewal where there is none, and names no payment where nothing was paid", async () => {
  const nothing = { ...billed, interval: null, amount: 0, invoiceNumber: null, invoiceUrl: null };
  const { text } = await written(purchaseConfirmation, nothing);
  expect(text).toContain("Nothing was charged today.");
  expect(text).toContain("until January 31, 2027.");
  expect(text).not.toMatch(/renews|\$0|invoice/);
});

test("a trial says until when nothing is charged", async () => {
  const { text } = await written(purchaseConfirmation, { ...billed, status: "trialing", amount: 0 });
  expect(text).toContain("on trial. Nothing was charged today.");
  expect(text).toContain("Your trial runs until January 31, 2027. If you cancel before, nothing is charged.");
});

test("a plan or an address can't put HTML into the mail", async () => {
  const hostile = {
    ...billed,
    planName: "<b>Reader</b>",
    invoiceUrl: `https://example.com/"><script>`,
  };
  const { html } = await written(purchaseConfirmation, hostile);
  expect(html).not.toMatch(/<script|<b>/);
});
