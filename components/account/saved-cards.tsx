import { Status } from "@/components/ui/status";
import { SubmitButton } from "@/components/ui/submit-button";
import { cardName } from "@/lib/billing/cards/card-name";
import type { SavedCard } from "@/lib/billing/queries/cards";
import { cardExpiry } from "./card-expiry";

type FormAction = (form: FormData) => Promise<void>;

type SavedCardsProps = {
  cards: SavedCard[];
  locale: string;
  makeDefault: FormAction;
  remove: FormAction;
};

/** The saved cards, and what can be done with each. */
export function SavedCards({ cards, locale, makeDefault, remove }: SavedCardsProps) {
  return (
    <ul className="border-t border-line">
      {cards.map((card) => (
        <li key={card.id} className="flex flex-wrap items-center gap-x-6 gap-y-1 border-b border-line py-4">
          <div className="min-w-0 flex-1 basis-56">
            <p className="font-medium">{cardName(card)}</p>
            <CardState card={card} locale={locale} />
          </div>
          <div className="flex flex-wrap gap-x-6">
            {!card.pays && (
              <CardAction card={card} action={makeDefault} pending="Changing">
                Pay with this card
              </CardAction>
            )}
            <CardAction card={card} action={remove} pending="Removing">
              Remove
            </CardAction>
          </div>
        </li>
      ))}
    </ul>
  );
}

function CardState({ card, locale }: { card: SavedCard; locale: string }) {
  const expiry = cardExpiry(card, locale);
  return (
    <div className="flex flex-wrap gap-x-4 text-15 text-ink-soft">
      {expiry && (expiry.expired ? <Status tone="warn">{expiry.text}</Status> : <span>{expiry.text}</span>)}
      {card.pays && <Status tone="good">Pays from now on</Status>}
    </div>
  );
}

type CardActionProps = { card: SavedCard; action: FormAction; pending: string; children: string };

function CardAction({ card, action, pending, children }: CardActionProps) {
  return (
    <form action={action}>
      <input type="hidden" name="card" value={card.id} />
      <SubmitButton variant="plain" pendingLabel={pending} aria-label={`${children}: ${cardName(card)}`}>
        {children}
      </SubmitButton>
    </form>
  );
}
