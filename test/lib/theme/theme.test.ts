import { expect, it } from "vitest";
import { themeFrom } from "@/lib/theme/theme";

it("only the themes there are can be chosen; all else follows the system", () => {
  expect(themeFrom("dark")).toBe("dark");
  expect(themeFrom("light")).toBe("light");
  for (const value of [undefined, null, "", "system", "sepia", '"><script>', ["dark"]]) {
    expect(themeFrom(value)).toBe("system");
  }
});
