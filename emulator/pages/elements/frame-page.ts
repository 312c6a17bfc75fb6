import { html } from "../html";
import { type Page, page } from "../page";

/**
 * The document of an element's frame. Any page may hold it, as with Stripe; what it holds crosses to
 * that page only through the channel it opens.
 */
export function elementFramePage(): Page {
  const document = html`<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Secure input frame</title>
<link rel="stylesheet" href="/elements/frame.css">
<script type="module" src="/elements/frame.js"></script>
</head>
<body></body>
</html>`;
  return page(document, {
    policy: {
      "frame-ancestors": "*",
      "font-src": "* data:",
      "style-src": "'self' https: http:",
      "form-action": "'none'",
    },
  });
}
