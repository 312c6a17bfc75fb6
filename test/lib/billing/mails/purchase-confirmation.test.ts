import { expect, test } from "vitest";
import { purchaseConfirmation } from "@/lib/billing/mails/purchase-confirmation";
import type { Purchase } from "@/lib/billing/queries/purchase";

const purchase: Purchase = {
  buyer: { name: "Ada Reader", email: "ada@example.com" },
  planName: "Reader",
  amount: 900,
  currency: "usd",
  invoiceNumber: "GATE-0001",
  invoiceUrl: "https://invoice.stripe.com/i/1",
  periodEnd: new Date("2027-01-31T12:00:00Z"),
  interval: "month",
};

test("says what was bought, for how much, what happens when, and where to look after it", () => {
  const { subject, text, html } = purchaseConfirmation(purchase, "https://gatehouse.example");
  expect(subject).toBe("Your Reader plan has begun");
  expect(text).toContain("Hello Ada Reader,");
  expect(text).toContain("You paid $9.00, invoice GATE-0001.");
  expect(text).toContain("It renews on January 31, 2027 and every month after that, until you cancel.");
  expect(text).toContain("https://gatehouse.example/account");
  expect(text).toContain("https://invoice.stripe.com/i/1");
  for (const said of [
    "Ada Reader",
    "$9.00",
    "January 31, 2027",
    'href="https://gatehouse.example/account"',
  ]) {
    expect(html).toContain(said);
  }
});

test("promises no renewal where there is none, and names no payment where nothing was paid", () => {
  const { text } = purchaseConfirmation(
    { ...purchase, interval: null, amount: 0, invoiceNumber: null, invoiceUrl: null },
    "https://gatehouse.example",
  );
  expect(text).toContain("Nothing was charged today.");
  expect(text).toContain("until January 31, 2027.");
  expect(text).not.toMatch(/renews|\$0|invoice/);
});

test("a name or a plan can't put HTML into the mail", () => {
  const buyer = { ...purchase.buyer, name: `<img src=x onerror="steal()">&'` };
  const invoiceUrl = `https://example.com/"><script>`;
  const { html } = purchaseConfirmation(
    { ...purchase, buyer, planName: "<b>Reader</b>", invoiceUrl },
    "https://gatehouse.example",
  );
  expect(html).not.toMatch(/<img|<script|<b>/);
  expect(html).toContain("&lt;img src=x onerror=&quot;steal()&quot;&gt;&amp;&#39;");
});
