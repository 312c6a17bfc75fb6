/** What is said to somebody whose trial has ended as it began, because another account of their address has had it. */
export const trialTaken = {
  title: "You have had your free days",
  text: "They were begun with another account of your address. Nothing was charged.",
};
