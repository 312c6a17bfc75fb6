import { type Html, html } from "../html";
import { type Page, type Policy, page } from "../page";

/** A page that a customer sees: one sheet, which prints as it is. */
export function hostedPage(
  title: string,
  content: Html,
  options: { kind?: string; script?: Html; status?: number; policy?: Policy } = {},
): Page {
  const document = html`<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<link rel="stylesheet" href="/hosted/hosted.css">
${options.script}
</head>
<body${options.kind ? html` class="${options.kind}"` : null}>
<main>
${content}
</main>
<p class="note">This is a page of the stand-in for Stripe. No real money moves here.</p>
</body>
</html>`;
  return page(document, options);
}

/** Label and value, one below the other. */
export function facts(entries: ReadonlyArray<readonly [label: string, value: string]>): Html {
  return html`<dl>${entries.map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>`;
}

/** For an address that leads to nothing, or to nothing yet. */
export function unknownPage(): Page {
  const content = html`<h1>There is nothing here</h1>
<p>Nothing belongs to this address. Look whether it is complete.</p>`;
  return hostedPage("Nothing here", content, { status: 404 });
}
