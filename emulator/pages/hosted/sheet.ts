import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { buffer } from "node:stream/consumers";
import PDFDocument from "pdfkit";

const MARGIN = 56;
/** Between what stands on the left of a cell and the next cell. */
const GUTTER = 8;
const COLORS = { ink: "#1d1a15", soft: "#5d5648", line: "#d5cbb8" };

/** Holds letters beyond those of Western Europe, which the fonts every PDF reader has don't. */
const FONTS = join(dirname(createRequire(import.meta.url).resolve("geist/font/sans")), "fonts", "geist-sans");
const REGULAR = join(FONTS, "Geist-Regular.ttf");
const STRONG = join(FONTS, "Geist-SemiBold.ttf");

/** What stands at the foot of each page where there are several. */
const FOOT = { size: 8, fromBottom: 36 };

/** Cells side by side. */
export type Row = readonly Cell[];

export interface Cell {
  readonly text: string;
  /** Share of the width of the page. */
  readonly share: number;
  readonly size?: number;
  readonly strong?: boolean;
  readonly soft?: boolean;
  readonly right?: boolean;
  /** Space under it, in points. */
  readonly below?: number;
}

/** A4 paper that is written on from top to bottom, row by row, with new pages as they are needed. */
export class Sheet {
  readonly #pdf: InstanceType<typeof PDFDocument>;
  readonly #width: number;
  readonly #title: string;

  constructor(info: { Title: string; Author: string; CreationDate: Date }) {
    this.#title = info.Title;
    this.#pdf = new PDFDocument({
      size: "A4",
      margin: MARGIN,
      lang: "en-US",
      displayTitle: true,
      font: REGULAR,
      bufferPages: true,
      info,
    });
    this.#width = this.#pdf.page.width - 2 * MARGIN;
  }

  row(...cells: Row): void {
    this.together([cells]);
  }

  /** Rows that a page's end doesn't part: where they don't fit into the rest of one, they begin the next. */
  together(rows: readonly Row[]): void {
    if (!this.#fits(rows)) this.#pdf.addPage();
    for (const row of rows) this.#writeRow(row);
  }

  /** Groups of rows with a line below each, under headings that every page repeats. */
  table(headings: Row, groups: readonly (readonly Row[])[]): void {
    const head = () => {
      this.#writeRow(headings);
      this.rule();
    };
    head();
    for (const group of groups) {
      if (!this.#fits(group)) {
        this.#pdf.addPage();
        head();
      }
      for (const row of group) this.#writeRow(row);
      this.rule();
    }
  }

  gap(points: number): void {
    this.#pdf.y += points;
  }

  /** A thin line over the whole width. */
  rule(): void {
    const y = this.#pdf.y + 6;
    this.#pdf
      .moveTo(MARGIN, y)
      .lineTo(MARGIN + this.#width, y)
      .lineWidth(0.5)
      .strokeColor(COLORS.line)
      .stroke();
    this.#pdf.y = y + 8;
  }

  /** Ends the document and gives the file. */
  async end(): Promise<Uint8Array> {
    this.#numberPages();
    const file = buffer(this.#pdf);
    this.#pdf.end();
    return file;
  }

  #fits(rows: readonly Row[]): boolean {
    const height = rows.reduce((sum, row) => sum + this.#heightOfRow(row), 0);
    return this.#pdf.y + height <= this.#pdf.page.height - MARGIN;
  }

  #writeRow(row: Row): void {
    const height = this.#heightOfRow(row);
    const top = this.#pdf.y;
    let left = MARGIN;
    for (const cell of row) {
      const width = this.#write(cell);
      this.#pdf.text(cell.text, left, top, { width, align: cell.right ? "right" : "left" });
      left += cell.share * this.#width;
    }
    this.#pdf.y = top + height;
  }

  /** Of several pages each says which one it is, and of what. */
  #numberPages(): void {
    const { count } = this.#pdf.bufferedPageRange();
    if (count === 1) return;
    for (let page = 0; page < count; page++) {
      this.#pdf.switchToPage(page);
      // Below the margin, where text would begin another page.
      this.#pdf.page.margins.bottom = 0;
      const width = this.#write({ text: "", share: 1, size: FOOT.size, soft: true, right: true });
      const said = `${this.#title} · Page ${page + 1} of ${count}`;
      this.#pdf.text(said, MARGIN, this.#pdf.page.height - FOOT.fromBottom, { width, lineBreak: false });
    }
  }

  /** Takes the cell's pen and gives the width it may write on. */
  #write({ share, size = 10, strong = false, soft = false, right = false }: Cell): number {
    this.#pdf
      .font(strong ? STRONG : REGULAR)
      .fontSize(size)
      .fillColor(soft ? COLORS.soft : COLORS.ink);
    return share * this.#width - (right ? 0 : GUTTER);
  }

  #heightOfRow(row: Row): number {
    return Math.max(
      ...row.map((cell) => {
        const width = this.#write(cell);
        return this.#pdf.heightOfString(cell.text, { width }) + (cell.below ?? 0);
      }),
    );
  }
}
