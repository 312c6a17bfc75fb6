import { expect, test } from "vitest";
import { typedValues } from "@/components/auth/read-form";

test("name and e-mail are shown again as typed, a password never", () => {
  const form = new FormData();
  form.set("name", " Ada ");
  form.set("email", "ADA@");
  form.set("password", "three quiet words");
  expect(typedValues(form)).toEqual({ name: " Ada ", email: "ADA@" });
});

test("a text too long to be meant, or a file, is not sent back", () => {
  const form = new FormData();
  form.set("name", "a".repeat(1_000_000));
  form.set("email", new File(["x"], "x.txt"));
  expect(typedValues(form)).toEqual({ name: "", email: "" });
});
