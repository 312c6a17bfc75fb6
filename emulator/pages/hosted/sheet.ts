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

export interface Cell {
  readonly text: string;
  /** Share of the width of the page. */
  readonly share: number;
  readonly size?: number;
  readonly strong?: boolean;
  readonly soft?: boolean;
  readonly right?: boolean;
}

/** A4 paper that is written on from top to bottom, row by row, with new pages as they are needed. */
export class Sheet {
  readonly #pdf: InstanceType<typeof PDFDocument>;
  readonly #width: number;

  constructor(info: { Title: string; Author: string; CreationDate: Date }) {
    this.#pdf = new PDFDocument({
      size: "A4",
      margin: MARGIN,
      lang: "en-US",
      displayTitle: true,
      font: REGULAR,
      info,
    });
    this.#width = this.#pdf.page.width - 2 * MARGIN;
  }

  /** Cells side by side; a row that doesn't fit into the rest of the page begins the next. */
  row(...cells: readonly Cell[]): void {
    const height = Math.max(...cells.map((cell) => this.#heightOf(cell)));
    if (this.#pdf.y + height > this.#pdf.page.height - MARGIN) this.#pdf.addPage();
    const top = this.#pdf.y;
    let left = MARGIN;
    for (const cell of cells) {
      const width = this.#write(cell);
      this.#pdf.text(cell.text, left, top, { width, align: cell.right ? "right" : "left" });
      left += cell.share * this.#width;
    }
    this.#pdf.y = top + height;
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
    const file = buffer(this.#pdf);
    this.#pdf.end();
    return file;
  }

  /** Takes the cell's pen and gives the width it may write on. */
  #write({ share, size = 10, strong = false, soft = false, right = false }: Cell): number {
    this.#pdf
      .font(strong ? STRONG : REGULAR)
      .fontSize(size)
      .fillColor(soft ? COLORS.soft : COLORS.ink);
    return share * this.#width - (right ? 0 : GUTTER);
  }

  #heightOf(cell: Cell): number {
    const width = this.#write(cell);
    return this.#pdf.heightOfString(cell.text, { width });
  }
}
