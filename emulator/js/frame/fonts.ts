import type { CssFontSource, CustomFontSource } from "@stripe/stripe-js";
import { make } from "./element";

function loadStylesheet(url: string): void {
  document.head.append(make("link", { rel: "stylesheet", href: url }));
}

const DISPLAYS: readonly string[] = ["auto", "block", "swap", "fallback", "optional"] satisfies FontDisplay[];

function isDisplay(value: string | undefined): value is FontDisplay {
  return value !== undefined && DISPLAYS.includes(value);
}

function loadFace({ family, src, style, weight, display, unicodeRange }: CustomFontSource): void {
  const face = new FontFace(family, src, {
    style: style ?? "normal",
    weight: weight ?? "400",
    display: isDisplay(display) ? display : "swap",
    ...(unicodeRange === undefined ? {} : { unicodeRange }),
  });
  document.fonts.add(face);
  face.load().catch(() => console.warn(`The font ${family} could not be loaded from ${src}.`));
}

/** Loads the page's own fonts into the frame; once, since they can't be changed afterwards. */
export function loadFonts(fonts: Array<CssFontSource | CustomFontSource>): void {
  for (const font of fonts) {
    if ("cssSrc" in font) loadStylesheet(font.cssSrc);
    else loadFace(font);
  }
}
