import { describe, expect, test } from "vitest";
import { signInForm, signUpForm } from "@/lib/auth/forms";

const good = { name: "Ada Reader", email: "ada@example.com", password: "three quiet words" };

function faults(changes: Record<string, unknown>) {
  const read = signUpForm.safeParse({ ...good, ...changes });
  return read.error?.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`) ?? [];
}

describe("the sign-up form", () => {
  test("stores the e-mail in lower case, without the blanks around it", () => {
    expect(signUpForm.parse({ ...good, email: "  Ada@Example.COM " }).email).toBe("ada@example.com");
  });

  test("keeps a password exactly as typed, blanks and all", () => {
    const password = "  Ünïcödé — 密碼 🔑  ";
    expect(signUpForm.parse({ ...good, password }).password).toBe(password);
  });

  test.each([
    ["nothing typed", { name: "", email: "", password: "" }, 3],
    ["only blanks for a name", { name: "   " }, 1],
    ["nothing that can be seen for a name", { name: "\u200b \u2060" }, 1],
    [
      "files instead of text",
      { name: new File([], "a"), email: new File([], "b"), password: new File([], "c") },
      3,
    ],
    ["a missing field", { email: undefined }, 1],
    ["an address without a host", { email: "ada@" }, 1],
    [
      "a NUL byte in each field",
      { name: "A\0", email: "a\0@example.com", password: "three quiet\0words" },
      3,
    ],
    ["half a surrogate pair", { name: "A\ud800", password: "three quiet \udc00words" }, 2],
    ["a short password", { password: "123456789" }, 1],
    [
      "huge values",
      { name: "a".repeat(1e6), email: `${"a".repeat(1e6)}@example.com`, password: "a".repeat(1e6) },
      3,
    ],
  ])("refuses %s, one message for each field at fault", (_, changes, count) => {
    expect(faults(changes)).toHaveLength(count);
  });

  test("counts what a person sees as ten characters and more as enough", () => {
    expect(faults({ password: "1234567890" })).toEqual([]);
    expect(faults({ password: "a".repeat(128) })).toEqual([]);
  });
});

test("signing in accepts an e-mail in another case and says nothing of password rules", () => {
  expect(signInForm.parse({ email: "ADA@example.com", password: "short" }).email).toBe("ada@example.com");
  const tooLong = signInForm.safeParse({ email: "ada@example.com", password: "a".repeat(129) });
  expect(tooLong.error?.issues[0]?.message).toBe("The e-mail address and password don't match");
});
