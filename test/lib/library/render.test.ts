import { expect, it } from "vitest";
import { renderMarkdown } from "@/lib/library/render";

it("HTML in a text is shown and not run", () => {
  const html = renderMarkdown('Hello <img src=x onerror="alert(1)">\n\n<script>alert(2)</script>');
  expect(html).not.toMatch(/<img|<script/);
  expect(html).toContain("&lt;img");
  expect(html).toContain("&lt;script&gt;");
});

it("a table scrolls in a named frame that a keyboard reaches", () => {
  const html = renderMarkdown('| Plan | A "month" |\n|---|---:|\n| Reader | $9 |');
  expect(html).toContain('role="region" aria-label="Table: Plan, A &quot;month&quot;" tabindex="0"');
  expect(html).toContain('<td align="right">$9</td>');
});
