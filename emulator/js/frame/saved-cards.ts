import { BRANDS } from "./brands";
import { ChoiceRow, cardLabel } from "./choice-row";
import { cvcField } from "./cvc-field";
import { make } from "./element";
import type { Field } from "./field";
import { removeButton } from "./remove-button";
import type { SavedCard, SavedMethods } from "./saved-methods";

const NEW = "new";

export interface SavedCardsSpec {
  saved: SavedMethods;
  asksCvcAgain: boolean;
  /** What a new card is typed into. */
  newCard: HTMLElement;
  onChange(): void;
  /** Takes a card from its owner for good; gives whether that worked. */
  remove(card: SavedCard): Promise<boolean>;
}

interface Row extends ChoiceRow {
  card?: SavedCard;
  cvc?: Field;
}

/** The cards a customer has saved, of which one is chosen, and beneath them the form for a new one. */
export class SavedCards {
  readonly node: HTMLElement;
  readonly #rows = new Map<string, Row>();
  #chosen: string;

  constructor(readonly spec: SavedCardsSpec) {
    const { saved, newCard } = spec;
    for (const card of saved.cards) this.#rows.set(card.id, this.#savedRow(card));
    const label = make("span", { class: "ChoiceLabel" }, "New card");
    const last = new ChoiceRow(NEW, label, null, () => this.choose(NEW));
    last.body.append(newCard);
    this.#rows.set(NEW, last);
    this.node = make(
      "fieldset",
      { class: "Choices" },
      make("legend", { class: "Spoken" }, "Pay with"),
      ...[...this.#rows.values()].map(({ node }) => node),
    );
    this.#chosen = saved.cards[0]?.id ?? NEW;
    this.#paint();
  }

  /** The saved card that is chosen; null while a new one is typed. */
  get card(): SavedCard | null {
    return this.#rows.get(this.#chosen)?.card ?? null;
  }

  /** What of a saved card is asked for again. */
  get cvc(): Field | null {
    return this.#rows.get(this.#chosen)?.cvc ?? null;
  }

  /** A card's id, or `new`; an id that isn't there any more changes nothing. */
  choose(id: string): void {
    if (!this.#rows.has(id)) return;
    this.#chosen = id;
    this.#paint();
    this.spec.onChange();
  }

  get chosen(): string {
    return this.#chosen;
  }

  #savedRow(card: SavedCard): Row {
    const { saved, asksCvcAgain, onChange } = this.spec;
    const name = `${BRANDS[card.brand].name} ending in ${card.last4}`;
    const aside = saved.mayRemove ? removeButton(name, () => this.#remove(card)) : null;
    const row: Row = new ChoiceRow(card.id, cardLabel(card), aside, () => this.choose(card.id));
    row.card = card;
    if (!asksCvcAgain) return row;
    row.cvc = cvcField(`cvc-${card.last4}`, () => BRANDS[card.brand].cvcLength, onChange);
    row.body.append(row.cvc.node);
    return row;
  }

  async #remove(card: SavedCard): Promise<void> {
    if (!(await this.spec.remove(card))) return;
    this.#rows.get(card.id)?.node.remove();
    this.#rows.delete(card.id);
    if (this.#chosen === card.id) this.choose([...this.#rows.keys()][0] ?? NEW);
    this.#rows.get(this.#chosen)?.radio.focus();
  }

  #paint(): void {
    for (const [id, row] of this.#rows) row.chosen = id === this.#chosen;
  }
}
