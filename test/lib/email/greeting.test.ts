import { expect, test } from "vitest";
import { greeting, oneLine } from "@/lib/email/greeting";

test("a person is greeted by their name", () => {
  expect(greeting("Ada Lovelace")).toBe("Hello Ada Lovelace,");
  expect(greeting("Dr. J. R. O'Neill-Šťastný")).toBe("Hello Dr. J. R. O'Neill-Šťastný,");
  expect(greeting("李小龍")).toBe("Hello 李小龍,");
});

test.each([
  "Claim your prize at https://evil.example",
  "www.evil.example",
  "Ada evil.com/now",
  "ada@evil.example",
  "You have won a prize, call us now or lose it for ever, dear sir or madam",
  "\u200b\u202e",
])("a name that is a message to somebody else is left out: %s", (name) => {
  expect(greeting(name)).toBe("Hello,");
});

test("what is invisible, turns the direction or breaks the line isn't carried on", () => {
  expect(greeting("Ada\r\nBcc: all")).toBe("Hello Ada Bcc: all,");
  expect(oneLine("A\u202ed\u200ba\u2028 \t Reader")).toBe("A d a Reader");
});
