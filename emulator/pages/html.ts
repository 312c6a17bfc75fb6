/** Text that is already HTML, and goes into a page as it is. */
export class Html {
  constructor(readonly text: string) {}
}

type Piece = Html | string | number | null | undefined | false | readonly Piece[];

const ESCAPES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function render(piece: Piece): string {
  if (piece === null || piece === undefined || piece === false) return "";
  if (piece instanceof Html) return piece.text;
  if (typeof piece === "string") return piece.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? "");
  if (typeof piece === "number") return String(piece);
  return piece.map(render).join("");
}

/** A template of HTML in which every value is escaped, unless it is HTML itself. Lists are joined. */
export function html(strings: TemplateStringsArray, ...pieces: Piece[]): Html {
  return new Html(strings.map((text, index) => text + render(pieces[index])).join(""));
}
