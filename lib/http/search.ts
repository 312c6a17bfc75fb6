import { headers } from "next/headers";

/** The request header by which `proxy.ts` hands on what a visitor can't set: it is written over, whatever came with it. */
export const searchHeader = "x-search";

/** The search parameters of the page that is asked for, where Next gives none: a page that says something wasn't found. */
export async function searchOfRequest(): Promise<URLSearchParams> {
  return new URLSearchParams((await headers()).get(searchHeader) ?? "");
}
