import localFont from "next/font/local";

/** The interface. */
export const sans = localFont({
  src: "../node_modules/geist/dist/fonts/geist-sans/Geist-Variable.woff2",
  variable: "--font-geist-sans",
  weight: "100 900",
});

/** Ids, codes, and amounts in tables; loaded by the pages that have some. */
export const mono = localFont({
  src: "../node_modules/geist/dist/fonts/geist-mono/GeistMono-Variable.woff2",
  variable: "--font-geist-mono",
  weight: "100 900",
  preload: false,
});

/**
 * Reading, and the titles on every page, which is why it is preloaded. Its optical sizes cost 70 kB more than one
 * weight axis alone, and make both a fine headline and a sturdy text. Latin subset.
 */
export const serif = localFont({
  src: "../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-opsz-normal.woff2",
  variable: "--font-source-serif",
  weight: "200 900",
  adjustFontFallback: "Times New Roman",
});

/** Emphasis in articles: a family of its own, so that only a page with some of it loads it. */
export const serifItalic = localFont({
  src: "../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-italic.woff2",
  variable: "--font-source-serif-italic",
  style: "italic",
  weight: "200 900",
  preload: false,
  adjustFontFallback: "Times New Roman",
});
