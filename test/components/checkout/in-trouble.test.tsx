import { renderToStaticMarkup } from "react-dom/server";
import { expect, test, vi } from "vitest";
import { InTrouble } from "@/components/checkout/in-trouble";
import { type TroubleKind, troubles } from "@/lib/billing/troubles";

vi.mock("next/navigation", () => ({
  usePathname: () => "/checkout/return",
  useSearchParams: () => new URLSearchParams(),
  useRouter: () => ({ refresh: () => {} }),
}));

const page = (kind: TroubleKind) =>
  renderToStaticMarkup(<InTrouble trouble={{ outcome: "trouble", kind, ...troubles[kind] }} />);

test.each(["stripe_away", "records_away", "under_way"] as const)("%s passes: it is looked again", (kind) => {
  expect(page(kind)).toContain(troubles[kind].title.replace("'", "&#x27;"));
  expect(page(kind)).toContain("Look again now");
  expect(page(kind)).toContain('http-equiv="refresh"');
});

test("what was refused stays refused, and isn't asked for again every few seconds", () => {
  expect(page("refused")).toContain("Our payment service refused this");
  expect(page("refused")).not.toContain("refresh");
  expect(page("refused")).not.toContain("Look again");
  expect(page("refused")).toContain('href="/account"');
});
