import type { ElementState } from "../protocol";

type Shown = Pick<ElementState, "empty" | "complete" | "invalid">;

const BASE = "StripeElement";

/** The class names Stripe.js keeps on the node an element is mounted in, for the page's own styles. */
export class MountClasses {
  #state: Shown = { empty: true, complete: false, invalid: false };
  #focused = false;

  constructor(readonly node: HTMLElement) {
    this.#paint();
  }

  state(state: Shown): void {
    this.#state = state;
    this.#paint();
  }

  focused(focused: boolean): void {
    this.#focused = focused;
    this.#paint();
  }

  clear(): void {
    for (const name of [...this.node.classList]) {
      if (name === BASE || name.startsWith(`${BASE}--`)) this.node.classList.remove(name);
    }
  }

  #paint(): void {
    const { classList } = this.node;
    classList.add(BASE);
    classList.toggle(`${BASE}--empty`, this.#state.empty);
    classList.toggle(`${BASE}--complete`, this.#state.complete);
    classList.toggle(`${BASE}--invalid`, this.#state.invalid);
    classList.toggle(`${BASE}--focus`, this.#focused);
  }
}
