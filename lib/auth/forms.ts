import { z } from "zod";
import { isVisible } from "@/lib/visible";

/** What a password must be; the forms state it and the schema holds it, in characters. */
export const passwordLength = { min: 10, max: 128 };
const emailLength = 254;
const nameLength = 100;

/** Without control characters (PostgreSQL stores no NUL) and halves of surrogate pairs (UTF-8 has no form for them). */
const printable = (text: string) => !/[\p{Cc}\p{Cs}]/u.test(text);

const email = z
  .string({ error: "Enter your e-mail address" })
  .trim()
  .toLowerCase()
  .min(1, { error: "Enter your e-mail address", abort: true })
  .max(emailLength, { error: `An e-mail address has at most ${emailLength} characters`, abort: true })
  .pipe(z.email({ error: "Enter an e-mail address such as name@example.com" }));

const name = z
  .string({ error: "Enter your name" })
  .trim()
  .refine(isVisible, { error: "Enter your name", abort: true })
  .max(nameLength, { error: `A name has at most ${nameLength} characters here`, abort: true })
  .refine(printable, { error: "This name has a character that can't be stored" });

const newPassword = z
  .string({ error: "Choose a password" })
  .min(passwordLength.min, { error: `Use ${passwordLength.min} characters or more`, abort: true })
  .max(passwordLength.max, { error: `Use ${passwordLength.max} characters or fewer`, abort: true })
  .refine(printable, { error: "This password has a character that keyboards can't type" });

/** A password as given at sign-in: any that could have been chosen. The limit keeps a huge one from being hashed. */
const password = z
  .string({ error: "Enter your password" })
  .min(1, { error: "Enter your password", abort: true })
  .max(passwordLength.max, { error: "The e-mail address and password don't match", abort: true })
  .refine(printable, { error: "The e-mail address and password don't match" });

/** Sign-in as somebody typed it; the e-mail comes out in lower case, as accounts store it. */
export const signInForm = z.object({ email, password });

/** Sign-up as somebody typed it; the e-mail comes out in lower case, as accounts store it. */
export const signUpForm = z.object({ name, email, password: newPassword });

/** Whose password is forgotten. */
export const forgottenForm = z.object({ email });

/** The password that is to be the account's. */
export const newPasswordForm = z.object({ password: newPassword });

/** The password an account has, and the one that is to take its place. */
export const changePasswordForm = z
  .object({ current: password, password: newPassword })
  .refine(({ current, password: chosen }) => current !== chosen, {
    path: ["password"],
    error: "This is the password you have",
  });

export type SignInForm = z.output<typeof signInForm>;
export type SignUpForm = z.output<typeof signUpForm>;
