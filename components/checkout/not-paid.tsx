import type { PaymentOutcome } from "@/lib/billing/checkout/settle-return";
import { Stopped } from "./stopped";
import { Waiting } from "./waiting";

type Bought = "plan" | "item";
type Unpaid = Extract<PaymentOutcome, { outcome: "failed" | "requires_action" }>;

const planWaits: Record<Bought, string> = { plan: ", and your plan hasn't begun", item: "" };
const planFollows: Record<Bought, string> = {
  plan: ", and your account page will show your plan as soon as the bank has said yes",
  item: "",
};

const words: Record<Unpaid["outcome"], { title: string; text: string; label: string }> = {
  failed: { title: "The payment didn't go through", text: "Nothing was charged", label: "Try again" },
  requires_action: {
    title: "The payment isn't finished",
    text: "Your bank wants to hear from you first. Nothing has been charged yet",
    label: "Go on with the payment",
  },
};

/** Back from a payment that wasn't made. @param again where it is taken up */
export function NotPaid({ settled, bought, again }: { settled: Unpaid; bought: Bought; again: string }) {
  const { title, text, label } = words[settled.outcome];
  return (
    <Stopped title={title} action={{ href: again, label }}>
      {text}
      {planWaits[bought]}. {settled.outcome === "failed" && settled.reason}
    </Stopped>
  );
}

/** Back from a payment that a bank is still to carry out. */
export function PaymentOnItsWay({ bought }: { bought: Bought }) {
  return (
    <Waiting title="Your bank is taking its time">
      The payment is on its way and you needn't do anything: this page looks again by itself
      {planFollows[bought]}.
    </Waiting>
  );
}
