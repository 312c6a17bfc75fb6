/** Text of ours as HTML, made by `lib/library` from markdown in which HTML is shown and not run. */
export function Reading({ html }: { html: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: written by us, rendered on the server, raw HTML escaped
  return <div className="reading" dangerouslySetInnerHTML={{ __html: html }} />;
}
