import { expect, it } from "vitest";
import { sectionTitles, splitAtFirstSection } from "@/lib/library/split";

it("a text breaks before its first section, not within a line that mentions one", () => {
  const { opening, rest } = splitAtFirstSection("One ## two\n\nThree\n\n## Four\n\nFive\n");
  expect(opening).toBe("One ## two\n\nThree\n\n");
  expect(rest).toBe("## Four\n\nFive\n");
});

it("a text without sections is all opening", () => {
  expect(splitAtFirstSection("One\n\n### Two\n")).toEqual({ opening: "One\n\n### Two\n", rest: "" });
});

it("titles are those of sections, in order, and not of their parts", () => {
  expect(sectionTitles("## One\n\n### Two\n\n## Three\n")).toEqual(["One", "Three"]);
});
