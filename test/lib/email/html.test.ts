import { expect, test } from "vitest";
import { html } from "@/lib/email/html";

test("what is put into HTML is text, whatever it looks like", () => {
  expect(html`<a title="${`"'`}">${"<b>&amp;</b>"}</a>`.html).toBe(
    `<a title="&quot;&#39;">&lt;b&gt;&amp;amp;&lt;/b&gt;</a>`,
  );
});

test("HTML made the same way is put in as it is", () => {
  expect(html`<p>${html`<b>${"a<b"}</b>`}</p>`.html).toBe("<p><b>a&lt;b</b></p>");
});
