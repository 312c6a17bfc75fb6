/** Longer ones are no names but messages, which somebody would have us carry to another's address. */
const LONGEST = 60;

/** What mail programs make a link of: `https://…`, `www.…`, `example.com/…`. */
const likeAnAddress = /:\/\/|\bwww\.|@|\p{L}\.\p{L}{2,}/iu;

/**
 * A name as the first line of a mail may carry it: one line of text, without characters that are invisible or turn its
 * direction. Anybody can sign up under another's address, so a name that reads as a link or a message is left out.
 */
export function greeting(name: string): string {
  const line = oneLine(name);
  return line === "" || line.length > LONGEST || likeAnAddress.test(line) ? "Hello," : `Hello ${line},`;
}

/** A name as a header may carry it; empty where nothing of it can. */
export function oneLine(name: string): string {
  return name
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu, " ")
    .replace(/\s+/gu, " ")
    .trim();
}
