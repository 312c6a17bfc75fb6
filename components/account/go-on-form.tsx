import { LinkButton } from "@/components/ui/link-button";
import { SubmitButton } from "@/components/ui/submit-button";
import { cardName } from "@/lib/billing/cards/card-name";
import type { SavedCard } from "@/lib/billing/queries/cards";

type GoOnFormProps = {
  action: (form: FormData) => Promise<void>;
  /** How the subscription stands; see stamp.ts. */
  stamp: string;
  /** What is charged, written out. */
  amount: string;
  /** The card that pays. */
  paying: SavedCard | undefined;
  /** Whether there is any card. */
  saved: boolean;
};

/** The way back into a plan whose trial is over: with the card that pays, or to where one is added. */
export function GoOnForm({ action, stamp, amount, paying, saved }: GoOnFormProps) {
  const add = "/account/cards/add?then=go-on";
  return (
    <div className="flex flex-wrap gap-3">
      {paying ? (
        <>
          <form action={action}>
            <input type="hidden" name="seen" value={stamp} />
            <SubmitButton pendingLabel="Paying">
              Pay {amount} with {cardName(paying)}
            </SubmitButton>
          </form>
          <LinkButton href={add}>Use another card</LinkButton>
        </>
      ) : (
        <LinkButton variant="primary" href={saved ? "/account/cards" : add}>
          {saved ? "Choose the card that pays" : "Add a card"}
        </LinkButton>
      )}
      <LinkButton href="/account/cancel">End this plan</LinkButton>
    </div>
  );
}
