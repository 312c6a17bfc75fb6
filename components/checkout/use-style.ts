import type { Appearance, StripeElementsOptionsMode } from "@stripe/stripe-js";
import { useEffect, useState } from "react";

type Style = Required<Pick<StripeElementsOptionsMode, "appearance" | "fonts">>;

/**
 * How Stripe's fields are to look: the page's own tokens as they are now, and again when the visitor or the system
 * changes between light and dark. Null until the browser has been asked.
 */
export function useStyle(): Style | null {
  const [style, setStyle] = useState<Style | null>(null);
  useEffect(() => {
    const fonts = [interfaceFont()];
    const read = () => setStyle({ appearance: appearanceOf(document.documentElement), fonts });
    read();
    const system = window.matchMedia("(prefers-color-scheme: dark)");
    system.addEventListener("change", read);
    const choice = new MutationObserver(read);
    choice.observe(document.documentElement, { attributeFilter: ["data-theme"] });
    return () => {
      system.removeEventListener("change", read);
      choice.disconnect();
    };
  }, []);
  return style;
}

/**
 * The page's typeface, which Stripe's frame loads by itself; next.config.ts lets it.
 * https://docs.stripe.com/js/elements_object/create#stripe_elements-options-fonts
 */
function interfaceFont() {
  const file = new URL(
    "../../node_modules/geist/dist/fonts/geist-sans/Geist-Variable.woff2",
    import.meta.url,
  );
  // The bundler's address has no origin, and the frame would look for it at its own.
  const address = new URL(file.pathname, window.location.origin);
  return { family: "Geist", src: `url(${address})`, weight: "100 900" };
}

/** Stripe's frame can't see our style sheet, so it is told the values. https://docs.stripe.com/elements/appearance-api */
function appearanceOf(root: Element): Appearance {
  const styles = getComputedStyle(root);
  const token = (name: string) => styles.getPropertyValue(name).trim();
  return {
    theme: styles.colorScheme === "dark" ? "night" : "stripe",
    labels: "above",
    variables: {
      colorPrimary: token("--accent"),
      colorBackground: token("--paper"),
      colorText: token("--ink"),
      colorTextSecondary: token("--ink-soft"),
      colorTextPlaceholder: token("--ink-soft"),
      colorDanger: token("--bad"),
      borderRadius: "6px",
      fontFamily: "Geist, ui-sans-serif, system-ui, sans-serif",
      fontSizeBase: "16px",
      spacingUnit: "4px",
    },
    rules: {
      ".Input": { border: `1px solid ${token("--edge")}`, boxShadow: "none", padding: "11px 12px" },
      ".Input:focus": {
        border: `1px solid ${token("--accent")}`,
        boxShadow: `0 0 0 1px ${token("--accent")}`,
        outline: "none",
      },
      ".Input--invalid": { border: `1px solid ${token("--bad")}`, boxShadow: "none" },
      ".Label": { color: token("--ink"), fontWeight: "500", fontSize: "15px" },
      ".Error": { fontSize: "15px" },
      ".Tab": { border: `1px solid ${token("--edge")}`, boxShadow: "none" },
    },
  };
}
