import type { Checked } from "@/lib/auth/check-credentials";
import type { Created } from "@/lib/auth/create-account";
import type { Chosen } from "@/lib/auth/new-password/choose";
import type { AuthFormState } from "./form-state";

type Refusal = Extract<Checked | Created | Chosen, { ok: false }> | { ok: false; reason: "unavailable" };
type Answer = Pick<AuthFormState, "errors" | "refusal">;

/** What stands in place of an answer that never came, so that the form stays and can be sent again. */
export function unavailable(cause: unknown): Extract<Refusal, { reason: "unavailable" }> {
  console.error("Sign-in is unavailable:", cause);
  return { ok: false, reason: "unavailable" };
}

/** A refusal in words, at the field it is about or over the form. */
export function refusalInWords(refusal: Refusal): Answer {
  switch (refusal.reason) {
    case "mismatch":
      return {
        errors: {},
        refusal: {
          title: "The e-mail address and password don't match",
          text: "Check both, or sign up if you have no account yet.",
        },
      };
    case "taken":
      return {
        errors: { email: "This e-mail address has an account already. Sign in instead, or use another." },
      };
    case "link":
      return {
        errors: {},
        refusal: {
          title: "This link counts no more",
          text: "Its hour is over, or a password was chosen meanwhile. Nothing was changed: ask for another link.",
        },
      };
    case "throttled":
      return {
        errors: {},
        refusal: {
          title: "Too many attempts",
          text: `To keep accounts safe, the next one is possible in ${waitInWords(refusal.seconds)}.`,
        },
      };
    case "unavailable":
      return {
        errors: {},
        refusal: { title: "This isn't possible right now", text: "Nothing is lost. Try again in a minute." },
      };
  }
}

function waitInWords(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? "a minute" : `${minutes} minutes`;
}
