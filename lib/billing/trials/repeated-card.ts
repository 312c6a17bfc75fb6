/** What Stripe is told when a trial ends because its card has had one before: by it, the mail of the end knows why. */
export const repeatedCard = "The card has had its trial.";
