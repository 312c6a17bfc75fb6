import { expect, test } from "vitest";
import { readChoice, sealChoice } from "@/lib/email/choice-token";

const choice = { userId: "0b5c2f7e-3f0a-4c53-9a3b-0d6f3b1f8a11", reminder: "trial_ending" } as const;

test("a link says whose mail it is and which", () => {
  expect(readChoice(sealChoice(choice))).toEqual(choice);
});

test("a link is safe in an address", () => {
  const token = sealChoice(choice);
  expect(encodeURIComponent(token)).toBe(token);
});

test("a link that was made up, changed or cut short stands for nobody", () => {
  const token = sealChoice(choice);
  const other = sealChoice({ ...choice, userId: "11111111-3f0a-4c53-9a3b-0d6f3b1f8a11" });
  const signature = token.split(".").at(-1);
  for (const forged of [
    "",
    "..",
    choice.userId,
    `${choice.userId}.trial_ending.`,
    token.slice(0, -1),
    `${token}.`,
    `${token}.more`,
    token.replace("trial_ending", "card_expiring"),
    `${other.split(".")[0]}.trial_ending.${signature}`,
    `${choice.userId}.trial_ending.${"A".repeat(43)}`,
    `${choice.userId}.trial_ending.${"ä".repeat(43)}`,
  ]) {
    expect(readChoice(forged)).toBeNull();
  }
});
