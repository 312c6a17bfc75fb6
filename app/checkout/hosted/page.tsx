import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { InTrouble } from "@/components/checkout/in-trouble";
import { Stopped } from "@/components/checkout/stopped";
import { trialTaken } from "@/components/checkout/trial-taken";
import { Waiting } from "@/components/checkout/waiting";
import { requireUser } from "@/lib/auth/session";
import { settleSession } from "@/lib/billing/checkout/settle-session";
import { orTrouble } from "@/lib/billing/trouble";

export const metadata: Metadata = { title: "Your payment" };

/** Where Stripe's own page leads back to. What it says in the address is only where to look. */
export default async function HostedPage({ searchParams }: PageProps<"/checkout/hosted">) {
  const { session } = await searchParams;
  if (typeof session !== "string") notFound();
  const user = await requireUser(`/checkout/hosted?${new URLSearchParams({ session })}`);
  const settled = await orTrouble(() => settleSession({ userId: user.id, session }));
  if (settled.outcome === "not_found") notFound();
  if (settled.outcome === "begun") redirect("/checkout/begun");
  if (settled.outcome === "ended") redirect("/account");
  if (settled.outcome === "trouble") return <InTrouble trouble={settled} />;
  if (settled.outcome === "processing") {
    return (
      <Waiting title="Your bank is taking its time">
        The payment is on its way and you needn't do anything: this page looks again by itself.
      </Waiting>
    );
  }
  if (settled.outcome === "trial_taken") {
    return (
      <Stopped title={trialTaken.title} action={{ href: "/pricing", label: "See the plans" }}>
        {trialTaken.text}
      </Stopped>
    );
  }
  return (
    <Stopped title="Nothing was paid" action={{ href: "/pricing", label: "See the plans" }}>
      {unpaid[settled.outcome]}
    </Stopped>
  );
}

const unpaid = {
  open: "You left Stripe's page before paying, and nothing was charged.",
  expired: "Stripe's page was closed before anybody paid on it, and nothing was charged.",
};
