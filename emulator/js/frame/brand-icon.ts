import { BRANDS, type BrandName } from "./brands";

const NAMESPACE = "http://www.w3.org/2000/svg";

interface Mark {
  ground: string;
  ink: string;
  text: string;
  size: number;
}

/** Plain marks of our own: a colour and a short name, not anybody's logo. */
const MARKS: Record<Exclude<BrandName, "unknown">, Mark> = {
  visa: { ground: "#1a1f71", ink: "#ffffff", text: "VISA", size: 8 },
  mastercard: { ground: "#2b2b2b", ink: "#ff9f1c", text: "MC", size: 9 },
  amex: { ground: "#0a6fb8", ink: "#ffffff", text: "AMEX", size: 7 },
  discover: { ground: "#ffffff", ink: "#c2560c", text: "DISC", size: 7 },
  diners: { ground: "#0f5c8c", ink: "#ffffff", text: "DIN", size: 8 },
  jcb: { ground: "#14763c", ink: "#ffffff", text: "JCB", size: 9 },
  unionpay: { ground: "#8f1a2b", ink: "#ffffff", text: "UP", size: 9 },
};

function shape(tag: string, attributes: Record<string, string>): SVGElement {
  const node = document.createElementNS(NAMESPACE, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  return node;
}

/** A small card with the brand's name, titled for those who can't see it. */
export function brandIcon(brand: Exclude<BrandName, "unknown">): SVGElement {
  const { ground, ink, text, size } = MARKS[brand];
  const icon = shape("svg", {
    viewBox: "0 0 30 20",
    width: "30",
    height: "20",
    class: "BrandIcon",
    role: "img",
  });
  icon.setAttribute("aria-label", BRANDS[brand].name);
  const label = shape("text", {
    x: "15",
    y: String(10 + size * 0.36),
    fill: ink,
    "font-size": String(size),
    "font-weight": "700",
    "font-family": "system-ui, sans-serif",
    "text-anchor": "middle",
  });
  label.textContent = text;
  const card = {
    x: "0.5",
    y: "0.5",
    width: "29",
    height: "19",
    rx: "3",
    fill: ground,
    stroke: "rgb(0 0 0 / 18%)",
  };
  icon.append(shape("rect", card), label);
  return icon;
}

/** The back of a card, where its security code is. */
export function cvcIcon(): SVGElement {
  const icon = shape("svg", { viewBox: "0 0 30 20", width: "30", height: "20", class: "CvcIcon" });
  icon.setAttribute("aria-hidden", "true");
  icon.append(
    shape("rect", {
      x: "1",
      y: "1",
      width: "28",
      height: "18",
      rx: "3",
      fill: "none",
      stroke: "currentColor",
    }),
    shape("rect", { x: "1", y: "5", width: "28", height: "3.5", fill: "currentColor" }),
    shape("rect", {
      x: "17",
      y: "11",
      width: "9",
      height: "5",
      rx: "2.5",
      fill: "none",
      stroke: "currentColor",
    }),
  );
  return icon;
}
