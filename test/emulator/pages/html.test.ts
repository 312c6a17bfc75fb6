import { expect, test } from "vitest";
import { html } from "@/emulator/pages/html";

test("a value is escaped wherever it stands", () => {
  const hostile = `"><script>alert('&')</script>`;
  expect(html`<p title="${hostile}">${hostile}</p>`.text).toBe(
    `<p title="&quot;&gt;&lt;script&gt;alert(&#39;&amp;&#39;)&lt;/script&gt;">&quot;&gt;&lt;script&gt;alert(&#39;&amp;&#39;)&lt;/script&gt;</p>`,
  );
});

test("HTML in HTML is left as it is, lists are joined, nothing is shown for nothing", () => {
  expect(html`<ul>${[1, 2].map((n) => html`<li>${n}</li>`)}${null}${undefined}${false}</ul>`.text).toBe(
    "<ul><li>1</li><li>2</li></ul>",
  );
});
