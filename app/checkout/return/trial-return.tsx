import { notFound, redirect } from "next/navigation";
import { InTrouble } from "@/components/checkout/in-trouble";
import { begunOf } from "@/components/checkout/outcome-words";
import { Stopped } from "@/components/checkout/stopped";
import { Waiting } from "@/components/checkout/waiting";
import { requireUser } from "@/lib/auth/session";
import { settleTrialCard } from "@/lib/billing/checkout/settle-trial-card";
import { checkoutPath } from "@/lib/billing/order/path";
import { orTrouble } from "@/lib/billing/trouble";

/** Back from saving the card that a trial asks for: the trial begins, or it is said why it doesn't. */
export async function TrialReturn({ clientSecret }: { clientSecret: string }) {
  const user = await requireUser(
    `/checkout/return?${new URLSearchParams({ setup_intent_client_secret: clientSecret })}`,
  );
  const settled = await orTrouble(() => settleTrialCard({ userId: user.id, clientSecret }));
  if (settled.outcome === "not_found") notFound();
  if (settled.outcome === "started" || settled.outcome === "already_subscribed") redirect("/checkout/begun");
  if (settled.outcome === "card_on_its_way" || settled.outcome === "in_progress") {
    return (
      <Waiting title="Your bank is taking its time">
        Nothing is charged. This page looks again by itself.
      </Waiting>
    );
  }
  if (settled.outcome === "trouble") return <InTrouble trouble={settled} />;
  if (settled.outcome === "card_tried" || settled.outcome === "card_refused") {
    const action = { href: checkoutPath(settled.order), label: again[settled.outcome].label };
    return (
      <Stopped title={again[settled.outcome].title} action={action}>
        {again[settled.outcome].text}
      </Stopped>
    );
  }
  const begun = begunOf(settled);
  const { title, text, link } =
    begun.next === "stop"
      ? begun.message
      : { title: "The terms have changed", text: "Nothing was charged.", link: null };
  return (
    <Stopped title={title} action={link ?? { href: "/pricing", label: "See the plans" }}>
      {text}
    </Stopped>
  );
}

const again = {
  card_tried: {
    title: "This card has had its free days",
    text: "Somebody has tried a plan with it before, so there are no free days with it. Nothing was charged, and nothing is before you have seen what it costs.",
    label: "See what it costs",
  },
  card_refused: {
    title: "Your card wasn't saved",
    text: "Your bank refused it. Nothing was charged, and your free days haven't begun.",
    label: "Try again",
  },
};
