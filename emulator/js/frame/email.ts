import type { ProblemCode } from "./messages";

const WHOLE = /^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/;
const SPOILT = /@.*@|\s|@[^@]*\.\./;

/** Whether an address can be written to, as far as its form tells; more typing can't mend a spoilt one. */
export function emailProblem(text: string): ProblemCode | null {
  const email = text.trim();
  if (SPOILT.test(email)) return "invalid_email";
  return WHOLE.test(email) ? null : "incomplete_email";
}
