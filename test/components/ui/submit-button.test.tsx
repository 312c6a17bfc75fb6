import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { SubmitButton } from "@/components/ui/submit-button";

const html = (held?: boolean) =>
  renderToStaticMarkup(
    <SubmitButton pendingLabel="Paying" aria-disabled={held}>
      Pay
    </SubmitButton>,
  );

test("a button that is held back says so, and any other can be pressed", () => {
  expect(html(true)).toContain('aria-disabled="true"');
  expect(html(false)).toContain('aria-disabled="false"');
  expect(html()).toContain('aria-disabled="false"');
});
