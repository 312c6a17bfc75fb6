/** What is said beside the card form: what is the case, and what to do. */
export type CheckoutMessage = {
  tone: "info" | "warn" | "bad";
  title: string;
  text: string;
  /** Where to go on, where it isn't the form. */
  link?: { href: string; label: string };
};

/** What the server answers when the person presses the button. */
export type Begun =
  /** To be confirmed with the card. `amount`: minor units that will be charged now. */
  | { next: "confirm"; clientSecret: string; amount: number }
  /** To be saved with the card, before a trial that asks for one. */
  | { next: "save"; clientSecret: string }
  | { next: "leave"; href: string }
  | { next: "stop"; message: CheckoutMessage };
