import { randomBytes } from "node:crypto";

/** What follows the prefix of a new id. Like Stripe's own it begins with the time, so that ids come nearly in order. */
export function newName(): string {
  const second = Math.floor(Date.now() / 1000).toString(36);
  return `1${second}${randomBytes(9).toString("hex")}`;
}
