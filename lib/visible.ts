/** Whether a text has anything to see: neither spaces nor what has no width, such as U+200B, count. */
export function isVisible(text: string): boolean {
  return /[^\p{C}\p{Z}]/u.test(text);
}
