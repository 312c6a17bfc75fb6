import { expect, test } from "vitest";
import { emailProblem } from "@/emulator/js/frame/email";

test.each(["ada@example.com", " ada.l+shop@mail.example.co.uk "])("%s can be written to", (text) => {
  expect(emailProblem(text)).toBeNull();
});

test.each(["", "ada", "ada@", "ada@example", "ada@example."])("%j is unfinished", (text) => {
  expect(emailProblem(text)).toBe("incomplete_email");
});

test.each(["ada@@example.com", "a da@example.com", "ada@example..com"])("%s is wrong", (text) => {
  expect(emailProblem(text)).toBe("invalid_email");
});
