import { Marked, Renderer, type Tokens } from "marked";

/**
 * Markdown as HTML. The texts are our own, and still nothing in them becomes markup by accident: HTML in a text is
 * shown as it is written.
 */
export function renderMarkdown(markdown: string): string {
  return new Marked().parse(markdown, { async: false, renderer: new ArticleRenderer() });
}

class ArticleRenderer extends Renderer {
  /** A wide table scrolls inside a frame of its own, which a keyboard can reach; the page keeps its width. */
  override table(token: Tokens.Table): string {
    const columns = token.header.map((cell) => cell.text).filter(Boolean);
    const label = escapeHtml(`Table: ${columns.join(", ")}`);
    return `<div class="table-scroll" role="region" aria-label="${label}" tabindex="0">${super.table(token)}</div>`;
  }

  override html({ text }: Tokens.HTML | Tokens.Tag): string {
    return escapeHtml(text);
  }
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}
