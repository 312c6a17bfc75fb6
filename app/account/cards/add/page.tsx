import type { Metadata } from "next";
import { AccountPage } from "@/components/account/account-page";
import { NewCardForm } from "@/components/account/new-card-form";
import { requireUser } from "@/lib/auth/session";
import { stripeSource } from "@/lib/billing/stripe-source";
import { env } from "@/lib/env";
import { addCard } from "../actions";

export const metadata: Metadata = { title: "Add a card" };

export default async function AddCardPage({ searchParams }: PageProps<"/account/cards/add">) {
  const then = (await searchParams).then === "go-on" ? "?then=go-on" : "";
  await requireUser(`/account/cards/add${then}`);
  return (
    <AccountPage
      title="Add a card"
      lead="Nothing is charged by adding it."
      width="form"
      under={{ href: "/account/cards", label: "Your cards" }}
    >
      <noscript>
        <p className="mb-6">
          Adding a card needs JavaScript: it goes straight from this page to our payment service, and never to
          us.
        </p>
      </noscript>
      <NewCardForm
        source={stripeSource()}
        begin={addCard}
        returnUrl={`${env().APP_URL}/account/cards/added${then}`}
      />
    </AccountPage>
  );
}
