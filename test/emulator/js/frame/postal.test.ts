import { describe, expect, test } from "vitest";
import { formatPostal, postalProblem } from "@/emulator/js/frame/postal";

describe("a postal code", () => {
  test.each([
    ["94107", "US", null],
    ["9410", "US", "incomplete_zip"],
    ["WS11 1DB", "GB", null],
    ["WS11", "GB", "incomplete_zip"],
    ["M5T 1T4", "CA", null],
    ["", "DE", null],
  ])("%s in %s is judged %s", (text, country, problem) => {
    expect(postalProblem(text, country)).toBe(problem);
  });

  test("is digits in the United States and capitals elsewhere", () => {
    expect(formatPostal("94a107-1234", "US")).toBe("94107");
    expect(formatPostal("ws11 1db", "GB")).toBe("WS11 1DB");
  });
});
