import type { ProblemCode } from "./messages";

interface PostalRule {
  label: string;
  placeholder: string;
  digitsOnly: boolean;
  pattern: RegExp;
}

/** The countries whose card checks use a postal code, and so the ones where the form asks for it. */
export const POSTAL_RULES: Readonly<Record<string, PostalRule>> = {
  US: { label: "ZIP code", placeholder: "12345", digitsOnly: true, pattern: /^\d{5}(\d{4})?$/ },
  CA: {
    label: "Postal code",
    placeholder: "M5T 1T4",
    digitsOnly: false,
    pattern: /^[A-Z]\d[A-Z]\s?\d[A-Z]\d$/i,
  },
  GB: {
    label: "Postal code",
    placeholder: "WS11 1DB",
    digitsOnly: false,
    pattern: /^[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}$/i,
  },
};

/** A postal code as its field takes it while it is typed: five digits where the country has such, else capitals. */
export function formatPostal(text: string, country: string): string {
  const rule = POSTAL_RULES[country];
  if (rule?.digitsOnly) return text.replace(/\D/g, "").slice(0, 5);
  return text.toUpperCase().slice(0, 10);
}

/** What is wrong with a postal code; null for one that can be sent, and in countries that have no rule here. */
export function postalProblem(text: string, country: string): ProblemCode | null {
  const rule = POSTAL_RULES[country];
  return !rule || rule.pattern.test(text.trim()) ? null : "incomplete_zip";
}
