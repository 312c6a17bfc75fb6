import "server-only";
import { headers } from "next/headers";
import { cache } from "react";
import { preferredLocale } from "./preferred";

/** The locale the visitor's browser asks for, for amounts and dates. Once per request. */
export const visitorLocale = cache(async (): Promise<string> => {
  return preferredLocale((await headers()).get("accept-language"));
});
