import { BRANDS, type Brand, brandOf } from "./brands";
import type { ProblemCode } from "./messages";

/** The digits of what was typed, without spaces and all else. */
export function digitsOf(text: string): string {
  return text.replace(/\D/g, "");
}

/** The check digit rule all card numbers follow. */
export function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/** The digits in their brand's groups, never more than its longest number has. */
export function formatNumber(text: string): string {
  const brand: Brand = BRANDS[brandOf(digitsOf(text))];
  const digits = digitsOf(text).slice(0, Math.max(...brand.lengths));
  const groups: string[] = [];
  let from = 0;
  for (const size of brand.groups) {
    if (from < digits.length) groups.push(digits.slice(from, from + size));
    from += size;
  }
  if (from < digits.length) groups.push(digits.slice(from));
  return groups.join(" ");
}

/** What is wrong with a card number as typed: it goes on, or it is none; null for one that can be sent. */
export function numberProblem(text: string): ProblemCode | null {
  const digits = digitsOf(text);
  const brand: Brand = BRANDS[brandOf(digits)];
  if (digits.length < Math.min(...brand.lengths)) return "incomplete_number";
  if (passesLuhn(digits) && brand.lengths.includes(digits.length)) return null;
  return digits.length < Math.max(...brand.lengths) ? "incomplete_number" : "invalid_number";
}
