import { digitsOf } from "./card-number";
import type { ProblemCode } from "./messages";

const YEARS_AHEAD = 50;

/** `MM / YY` of what was typed; a first digit above 1 is a month of its own, and "2027" loses its century. */
export function formatExpiry(text: string): string {
  const autofilled = /^\s*(\d{1,2})\s*[/-]\s*(?:20)?(\d{2})\s*$/.exec(text);
  const raw = autofilled ? `${autofilled[1]?.padStart(2, "0")}${autofilled[2]}` : digitsOf(text);
  const digits = /^[2-9]/.test(raw) || (/^1[3-9]/.test(raw) && raw.length > 1) ? `0${raw}` : raw;
  const month = digits.slice(0, 2);
  const year = digits.slice(2, 4);
  return year ? `${month} / ${year}` : month;
}

/** Month and full year, or null while one is missing. */
export function parseExpiry(text: string): { month: number; year: number } | null {
  const digits = digitsOf(text);
  if (digits.length !== 4) return null;
  return { month: Number(digits.slice(0, 2)), year: 2000 + Number(digits.slice(2)) };
}

/** `today` says when; a card is good to the end of its month. */
export function expiryProblem(text: string, today: Date): ProblemCode | null {
  const month = digitsOf(text).slice(0, 2);
  if (month.length === 2 && (Number(month) < 1 || Number(month) > 12)) return "invalid_expiry_month";
  const expiry = parseExpiry(text);
  if (!expiry) return "incomplete_expiry";
  if (expiry.year < today.getFullYear()) return "invalid_expiry_year_past";
  if (expiry.year > today.getFullYear() + YEARS_AHEAD) return "invalid_expiry_year";
  const past = expiry.year === today.getFullYear() && expiry.month < today.getMonth() + 1;
  return past ? "invalid_expiry_month_past" : null;
}
