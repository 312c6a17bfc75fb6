import { expect, test } from "vitest";
import { isOurs, sealConfirmation } from "@/lib/auth/confirmation/link";
import { readLink } from "@/lib/auth/mail-link";
import { sealChoice } from "@/lib/email/choice-token";

const userId = "0b5c2f7e-3f0a-4c53-9a3b-0d6f3b1f8a11";
const email = "ada@example.com";
const token = sealConfirmation({ userId, email }, 1_900_000_000);

/** Whether a link counts for this address. */
const counts = (given: string, address = email) => {
  const link = readLink(given);
  return link !== null && isOurs(link, address);
};

test("a link counts for the address it was sent to and no other, and is safe in an address", () => {
  expect(counts(token)).toBe(true);
  expect(counts(token, "ada@example.org")).toBe(false);
  expect(encodeURIComponent(token)).toBe(token);
});

test("a link that was made up, changed or cut short counts for nobody", () => {
  const [, , signature = ""] = token.split(".");
  for (const forged of [
    "",
    "..",
    userId,
    `${userId}.1900000000.`,
    token.slice(0, -1),
    `${token}.`,
    `${token}.more`,
    token.replace("1900000000", "1900000001"),
    token.replace("1900000000", "1900000000.0"),
    token.replace("1900000000", "1e9"),
    token.replace("1900000000", "-1"),
    `11111111-3f0a-4c53-9a3b-0d6f3b1f8a11.1900000000.${signature}`,
    `' or true --.1900000000.${signature}`,
    `${userId}.1900000000.${"A".repeat(43)}`,
    `${userId}.1900000000.${"ä".repeat(43)}`,
  ]) {
    expect(counts(forged), forged).toBe(false);
  }
});

test("what another kind of link was signed with confirms no address", () => {
  const signature = sealChoice({ userId, reminder: "trial_ending" }).split(".").at(-1);
  expect(counts(`${userId}.1900000000.${signature}`)).toBe(false);
});
