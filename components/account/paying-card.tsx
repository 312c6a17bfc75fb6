import { LinkButton } from "@/components/ui/link-button";
import { Status } from "@/components/ui/status";
import { cardName } from "@/lib/billing/cards/card-name";
import type { SavedCard } from "@/lib/billing/queries/cards";
import { cardExpiry } from "./card-expiry";
import { LinkRow } from "./link-row";

/** Which of the saved cards pays, and the way to all of them. */
export function PayingCard({ cards, locale }: { cards: SavedCard[]; locale: string }) {
  const paying = cards.find(({ pays }) => pays);
  if (!paying) {
    return (
      <>
        <p className="mb-2 text-15 text-ink-soft">
          {cards.length === 0 ? "No card is saved." : "None of your saved cards pays for anything now."}
        </p>
        <LinkRow>
          <LinkButton variant="plain" href={cards.length === 0 ? "/account/cards/add" : "/account/cards"}>
            {cards.length === 0 ? "Add a card" : "Your cards"}
          </LinkButton>
        </LinkRow>
      </>
    );
  }
  const expiry = cardExpiry(paying, locale);
  return (
    <>
      <p>{cardName(paying)}</p>
      <div className="mb-2 text-15 text-ink-soft">
        {expiry?.expired ? <Status tone="warn">{expiry.text}</Status> : expiry?.text}
      </div>
      <LinkRow>
        <LinkButton variant="plain" href="/account/cards">
          Your cards
        </LinkButton>
      </LinkRow>
    </>
  );
}
