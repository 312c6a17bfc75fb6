/** Whether a text is as a pattern says: `*` stands for anything, slashes and nothing included. */
export function matchesGlob(pattern: string, text: string): boolean {
  const parts = pattern.split("*").map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`, "s").test(text);
}
