/** A path of the dashboard; each part is escaped. */
export function address(account: string, ...parts: string[]): string {
  return ["/dashboard", account, ...parts]
    .map((part, index) => (index === 0 ? part : encodeURIComponent(part)))
    .join("/");
}
