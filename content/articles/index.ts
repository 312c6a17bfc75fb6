import type { FeatureKey } from "@/billing.config";

/** What the contents page says of an article; its text is `content/articles/<slug>.md`. */
export type Article = {
  slug: string;
  title: string;
  /** One sentence on what a reader takes away. */
  line: string;
  minutes: number;
  /** What opens it; null is open to everyone. */
  feature: FeatureKey | null;
};

export const articles: readonly Article[] = [
  {
    slug: "a-webhook-is-not-a-promise",
    title: "A webhook is not a promise",
    line: "Four things it doesn’t say, and how to build so that none of them matters.",
    minutes: 4,
    feature: null,
  },
  {
    slug: "cancelling-kindly",
    title: "Cancellation, done kindly",
    line: "What a person who leaves wants to know, in the order they want to know it.",
    minutes: 3,
    feature: null,
  },
  {
    slug: "what-a-trial-is-for",
    title: "What a trial is for",
    line: "How long it should last, whether to ask for a card, and what to do at its end.",
    minutes: 4,
    feature: null,
  },
  {
    slug: "when-a-card-quietly-fails",
    title: "When a card quietly fails",
    line: "Which declines pass by themselves, a calendar of retries, and the words to go with it.",
    minutes: 4,
    feature: "essays",
  },
  {
    slug: "the-price-of-a-year",
    title: "The price of a year",
    line: "When two months free is a gain and when it is a gift, worked out from one number.",
    minutes: 4,
    feature: "essays",
  },
  {
    slug: "raising-a-price",
    title: "Raising a price on people who trusted you",
    line: "How many may leave, three honest ways to do it, and the letter that goes out first.",
    minutes: 4,
    feature: "essays",
  },
  {
    slug: "proration-by-hand",
    title: "Proration, by hand",
    line: "One upgrade and one downgrade worked to the cent, until no line of an invoice surprises you.",
    minutes: 5,
    feature: "workshops",
  },
  {
    slug: "metering",
    title: "A meter that can be trusted",
    line: "From a single event to an amount on an invoice, with the cliff that volume prices hide.",
    minutes: 5,
    feature: "workshops",
  },
  {
    slug: "a-night-without-webhooks",
    title: "A night without webhooks",
    line: "What to repair, resend, compare and say, in the order that makes nothing worse.",
    minutes: 3,
    feature: "handbook",
  },
  {
    slug: "closing-the-month",
    title: "Closing the month",
    line: "From what was invoiced to what the bank has, in half an hour and to the cent.",
    minutes: 3,
    feature: "handbook",
  },
  {
    slug: "giving-money-back",
    title: "Giving money back",
    line: "Whether, how much, what closes with it, and the four lines to write.",
    minutes: 3,
    feature: "handbook",
  },
];
