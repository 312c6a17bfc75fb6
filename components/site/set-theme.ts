"use server";

import { cookies } from "next/headers";
import { themeCookie, themeFrom } from "@/lib/theme/theme";

const year = 365 * 24 * 60 * 60;

/** Keeps the visitor's choice of light or dark in a cookie, or forgets it to follow the system. */
export async function setTheme(form: FormData): Promise<void> {
  const theme = themeFrom(form.get("theme"));
  const jar = await cookies();
  if (theme === "system") jar.delete(themeCookie);
  else jar.set(themeCookie, theme, { path: "/", maxAge: year, sameSite: "lax", httpOnly: true });
}
