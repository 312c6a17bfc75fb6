/** The mails that people may do without, each with the words by which they choose. All others are owed to them. */
export const reminders = {
  trial_ending: { name: "Before a trial ends", about: "Three days ahead of a first payment." },
  card_expiring: {
    name: "Before a card expires",
    about: "When the card that pays for a plan is near its end.",
  },
  renewal_receipt: { name: "When a plan has renewed", about: "What was paid, with its invoice." },
} as const;

export type Reminder = keyof typeof reminders;

/** Whether a kind of mail is one that people can do without. */
export function isReminder(name: string): name is Reminder {
  return Object.hasOwn(reminders, name);
}
