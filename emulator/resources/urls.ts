import { invalidRequest } from "../core/errors";

/** Refuses what a browser couldn't be sent to. */
export function checkUrl(given: string | undefined, param: string): void {
  if (given === undefined || isUrl(given)) return;
  throw invalidRequest("Not a valid URL", { code: "url_invalid", param });
}

function isUrl(text: string): boolean {
  return /^https?:$/.test(URL.canParse(text) ? new URL(text).protocol : "");
}
