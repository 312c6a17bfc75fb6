import { z } from "zod";

/** As many as the form lets somebody type. */
export const MOST_WORDS = 500;

/**
 * What somebody says in their own words, as a browser sends it: with two characters for each line's end, of which their count
 * knows one. Characters that nobody types are left out; the mirror could never write what Stripe keeps with a NUL in it.
 */
export const ownWords = z
  .string()
  .transform((text) => {
    const typed = text.replace(/\r\n?/g, "\n").replace(/[^\P{Cc}\n\t]/gu, "");
    return typed.trim().slice(0, MOST_WORDS);
  })
  .catch("");
