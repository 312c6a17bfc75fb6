import { renderToStaticMarkup } from "react-dom/server";
import { expect, test, vi } from "vitest";
import { NotPaid, PaymentOnItsWay } from "@/components/checkout/not-paid";

vi.mock("next/navigation", () => ({
  usePathname: () => "/checkout/return",
  useSearchParams: () => new URLSearchParams({ payment_intent_client_secret: "pi_1_secret_2" }),
  useRouter: () => ({ refresh: () => {} }),
}));

const textOf = (html: string) =>
  html
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ")
    .replaceAll("&#x27;", "'");
const again = "/checkout?price=studio_monthly";

test("a payment that a bank asks about is called unfinished and not failed, and is gone on with", () => {
  const settled = { outcome: "requires_action" } as const;
  const html = renderToStaticMarkup(<NotPaid settled={settled} bought="plan" again={again} />);
  expect(html).toContain(`href="${again}"`);
  expect(textOf(html)).toContain("The payment isn't finished");
  expect(textOf(html)).toContain(
    "Your bank wants to hear from you first. Nothing has been charged yet, and your plan hasn't begun.",
  );
  expect(textOf(html)).toContain("Go on with the payment");
  const item = textOf(
    renderToStaticMarkup(<NotPaid settled={settled} bought="item" again="/buy/handbook" />),
  );
  expect(item).toContain("Nothing has been charged yet.");
  expect(item).not.toContain("plan");
});

test("a payment that failed says that nothing was charged, and the bank's reason where it gave one", () => {
  const failed = (bought: "plan" | "item", reason: string | null) =>
    textOf(
      renderToStaticMarkup(<NotPaid settled={{ outcome: "failed", reason }} bought={bought} again={again} />),
    );
  expect(failed("plan", "Your card was declined.")).toContain(
    "Nothing was charged, and your plan hasn't begun. Your card was declined.",
  );
  expect(failed("item", null)).toMatch(/didn't go through Nothing was charged\. Try again/);
});

test("a payment that is on its way asks for nothing and looks again, and doesn't say that it failed or is paid", () => {
  const html = renderToStaticMarkup(<PaymentOnItsWay bought="plan" />);
  expect(html).toContain('http-equiv="refresh"');
  expect(html).toContain("payment_intent_client_secret=pi_1_secret_2");
  expect(textOf(html)).toContain(
    "you needn't do anything: this page looks again by itself, and your account page will show your plan as soon as the bank has said yes.",
  );
  const item = textOf(renderToStaticMarkup(<PaymentOnItsWay bought="item" />));
  expect(item).toContain("this page looks again by itself.");
  expect(item).not.toContain("plan");
  for (const said of [textOf(html), item]) expect(said).not.toMatch(/charged|paid for|Try again/);
});
