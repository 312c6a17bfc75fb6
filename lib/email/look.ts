import type { CSSProperties } from "react";

/*
 * The pages' colours (app/globals.css) as mail programs take them: written on each element, and put over by one rule
 * for dark where a program knows it. Without pictures or fonts of ours: nothing is fetched when a mail is read.
 */

const light = { paper: "#faf6ee", ink: "#1d1a15", soft: "#5d5648", line: "#e1d9c9", accent: "#1e5239" };
const dark = { paper: "#181612", ink: "#ece6d9", soft: "#aaa190", line: "#37332a", accent: "#8fc9a8" };
const onAccent = { light: "#fbf8f1", dark: "#0f2419" };

export const classes = { paper: "paper", ink: "ink", soft: "soft", line: "line", action: "action" };

export const darkStyles = `
@media (prefers-color-scheme: dark) {
  .paper, .paper td { background-color: ${dark.paper} !important; }
  .ink { color: ${dark.ink} !important; }
  .soft { color: ${dark.soft} !important; }
  .line { border-color: ${dark.line} !important; }
  .paper a.action { background-color: ${dark.accent} !important; color: ${onAccent.dark} !important; }
}`;

const font = "ui-sans-serif, system-ui, -apple-system, Segoe UI, Roboto, Helvetica, Arial, sans-serif";

export const style = {
  paper: { margin: 0, padding: 0, backgroundColor: light.paper, color: light.ink, fontFamily: font },
  column: { maxWidth: "34rem", padding: "32px 20px" },
  text: { margin: "0 0 16px", fontSize: "17px", lineHeight: "1.6", color: light.ink },
  link: { color: light.ink, textDecoration: "underline" },
  softLink: { color: light.soft, textDecoration: "underline" },
  line: { margin: "32px 0 16px", border: "none", borderTop: `1px solid ${light.line}` },
  action: {
    display: "inline-block",
    padding: "13px 20px",
    borderRadius: "6px",
    backgroundColor: light.accent,
    color: onAccent.light,
    fontSize: "15px",
    fontWeight: 500,
    textDecoration: "none",
  },
} as const satisfies Record<string, CSSProperties>;

export const small: CSSProperties = {
  margin: "0 0 8px",
  fontSize: "13px",
  lineHeight: "1.5",
  color: light.soft,
};
