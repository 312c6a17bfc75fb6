import type { Tone } from "@/components/ui/tone";

/** What became of a form on the account page, as its address names it (`/account?said=kept`). */
const answers = {
  canceled: {
    tone: "good",
    title: "Your subscription ends with its period",
    text: "You can take this back until then.",
  },
  kept: { tone: "good", title: "Your subscription goes on", text: "Nothing else has changed." },
  none_running: {
    tone: "info",
    title: "There was nothing to change",
    text: "Your subscription has ended meanwhile. This page shows how it stands.",
  },
  trouble: {
    tone: "warn",
    title: "Our payment service can't be reached",
    text: "Nothing was changed and nothing is lost. Try again in a minute.",
  },
} as const satisfies Record<string, { tone: Tone; title: string; text: string }>;

export type AnswerKey = keyof typeof answers;

/** The answer an address names; null for anything else that stands there. */
export function answerOf(said: unknown): { tone: Tone; title: string; text: string } | null {
  return typeof said === "string" && isAnswer(said) ? answers[said] : null;
}

function isAnswer(said: string): said is AnswerKey {
  return Object.hasOwn(answers, said);
}
