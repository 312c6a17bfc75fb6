import type { Metadata } from "next";
import { AccountPage } from "@/components/account/account-page";
import { SavedCards } from "@/components/account/saved-cards";
import { Empty } from "@/components/ui/empty";
import { LinkButton } from "@/components/ui/link-button";
import { requireUser } from "@/lib/auth/session";
import { cardsOf } from "@/lib/billing/queries/cards";
import { visitorLocale } from "@/lib/locale/visitor";
import { makeDefault, remove } from "./actions";

export const metadata: Metadata = { title: "Your cards" };

export default async function CardsPage({ searchParams }: PageProps<"/account/cards">) {
  const user = await requireUser("/account/cards");
  const [cards, locale, { said }] = await Promise.all([cardsOf(user.id), visitorLocale(), searchParams]);
  const add = (
    <LinkButton href="/account/cards/add" variant={cards.length === 0 ? "primary" : "quiet"}>
      Add a card
    </LinkButton>
  );
  return (
    <AccountPage title="Your cards" said={said}>
      {cards.length === 0 ? (
        <Empty title="No card is saved" action={add}>
          A card is saved when you subscribe, or when you add one here. Adding one charges nothing.
        </Empty>
      ) : (
        <div className="space-y-8">
          <SavedCards cards={cards} locale={locale} makeDefault={makeDefault} remove={remove} />
          {add}
        </div>
      )}
    </AccountPage>
  );
}
