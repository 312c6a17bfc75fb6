type Declarations = Readonly<Record<string, string>>;

const CLASSES =
  "Input|Label|Error|Block|Tab|TabLabel|AccordionItem|TermsText|Link|Text|RedirectText|Checkbox|CheckboxInput|CheckboxLabel|RadioInput";
const SELECTOR = new RegExp(
  `^\\.(${CLASSES})(--[a-z]+)?(:(hover|focus|focus-visible|active|disabled|autofill|-webkit-autofill)|::(placeholder|selection))*$`,
);

function kebab(property: string): string {
  return property.startsWith("--")
    ? property
    : property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** Adds the rules whose selectors name a public class; says in the console which it leaves out. */
export function addRules(sheet: CSSStyleSheet, rules: Readonly<Record<string, Declarations>>): void {
  for (const [selector, declarations] of Object.entries(rules)) {
    if (!SELECTOR.test(selector)) {
      console.warn(`appearance.rules: ${selector} is not a selector this element knows.`);
      continue;
    }
    const rule = sheet.cssRules[sheet.insertRule(`${selector} {}`, sheet.cssRules.length)];
    if (!(rule instanceof CSSStyleRule)) continue;
    for (const [property, value] of Object.entries(declarations))
      rule.style.setProperty(kebab(property), value);
  }
}
