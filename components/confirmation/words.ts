import type { Tone } from "@/components/ui/tone";
import type { AskedAgain } from "@/lib/auth/confirmation/ask";

/** What is said beside the button that has the link sent again. */
export type Said = { tone: Tone; title: string; text: string };

/** What became of asking for the link again, in words. */
export function askedInWords(asked: AskedAgain | "trouble", email: string): Said {
  if (asked === "trouble") {
    return { tone: "warn", title: "This isn't possible right now", text: "Try again in a minute." };
  }
  if (!asked.ok) {
    const minutes = Math.ceil(asked.seconds / 60);
    return {
      tone: "warn",
      title: "We have sent it several times",
      text: `The next is possible in ${minutes === 1 ? "a minute" : `${minutes} minutes`}. Look for the mail where unwanted ones are put, too.`,
    };
  }
  return asked.sent
    ? { tone: "good", title: "The link is on its way", text: `It goes to ${email}.` }
    : { tone: "good", title: "Your address is confirmed", text: "There is nothing left to do." };
}
