export const themes = ["system", "light", "dark"] as const;

export type Theme = (typeof themes)[number];

/** The cookie that keeps a visitor's choice. Absent means: follow the system. */
export const themeCookie = "theme";

/** The theme a cookie or a form names; anything unknown follows the system. */
export function themeFrom(value: unknown): Theme {
  return themes.find((theme) => theme === value) ?? "system";
}
