import { inflateSync } from "node:zlib";

/** The text of each page of a PDF as a reader would copy it out: glyphs of embedded fonts, by the fonts' own tables. */
export function pdfText(file: Buffer): string[] {
  const objects = new Map(
    [...file.toString("latin1").matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(
      ([, id = "", text = ""]) => [id, text],
    ),
  );
  const content = (id: string) => streamOf(objects.get(id) ?? "");
  const letters = new Map<string, Map<string, string>>();
  for (const text of objects.values()) {
    for (const [, name = "", font = ""] of text.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const table = /\/ToUnicode (\d+) 0 R/.exec(objects.get(font) ?? "")?.[1];
      if (table) letters.set(name, tableOf(content(table)));
    }
  }
  const pages = [...objects.values()].flatMap((text) => /\/Contents (\d+) 0 R/.exec(text)?.[1] ?? []);
  return pages.map((page) => textOf(content(page), letters));
}

function streamOf(object: string): string {
  const data = /stream\n([\s\S]*)\nendstream/.exec(object)?.[1] ?? "";
  return inflateSync(Buffer.from(data, "latin1")).toString("latin1");
}

/** Which letters each glyph stands for. */
function tableOf(cmap: string): Map<string, string> {
  const list = /\[([\s\S]*?)\]/.exec(cmap)?.[1] ?? "";
  const glyphs = [...list.matchAll(/<([0-9a-f ]*)>/g)].map(([, hex = ""]) =>
    Buffer.from(hex.replaceAll(" ", ""), "hex").swap16().toString("utf16le"),
  );
  return new Map(glyphs.map((text, glyph) => [glyph.toString(16).padStart(4, "0"), text]));
}

function textOf(content: string, letters: Map<string, Map<string, string>>): string {
  let font = new Map<string, string>();
  const rows: string[] = [];
  for (const [, name, shown = ""] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[(.*?)\] TJ/g)) {
    if (name) font = letters.get(name) ?? font;
    else {
      const glyphs = [...shown.matchAll(/<([0-9a-f]+)>/g)].flatMap(
        ([, hex = ""]) => hex.match(/.{4}/g) ?? [],
      );
      rows.push(glyphs.map((glyph) => font.get(glyph) ?? "?").join(""));
    }
  }
  return rows.join("\n");
}
