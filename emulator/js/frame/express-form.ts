import type { StripeExpressCheckoutElementOptions } from "@stripe/stripe-js";
import type { ApiObject } from "../api";
import type { FrameNews, FrameSetup, Wallet } from "../protocol";
import { make } from "./element";
import { ElementForm } from "./element-form";
import type { FormField } from "./form-field";
import { availableWallets, shownWallets, WALLETS } from "./wallets";

type ExpressSetup = Extract<FrameSetup, { type: "expressCheckout" }>;

const HEIGHT = 44;

/** The buttons of the Express Checkout Element: of each wallet that is switched on. */
export class ExpressForm extends ElementForm {
  readonly node: HTMLElement;
  readonly #wallets: readonly Wallet[];

  constructor({ options }: ExpressSetup, on: readonly string[], tell: (news: FrameNews) => void) {
    super(() => {});
    this.#wallets = shownWallets(on, options);
    const columns = Math.max(1, Math.min(options.layout?.maxColumns ?? 2, this.#wallets.length));
    const buttons = this.#wallets.map((wallet) => walletButton(wallet, options, tell));
    this.node = make("div", { class: "Wallets" }, ...buttons);
    this.node.style.setProperty("--columns", String(columns));
    document.documentElement.classList.toggle("is-nothing", buttons.length === 0);
  }

  protected get fields(): FormField[] {
    return [];
  }

  get details(): ApiObject {
    return {};
  }

  override get readyDetails(): ApiObject {
    return { availablePaymentMethods: availableWallets(this.#wallets) };
  }

  override focus(): void {
    this.node.querySelector("button")?.focus();
  }
}

function walletButton(
  wallet: Wallet,
  { buttonHeight, buttonTheme }: StripeExpressCheckoutElementOptions,
  tell: (news: FrameNews) => void,
): HTMLElement {
  const { name, option } = WALLETS[wallet];
  const theme = option === "link" ? "green" : (buttonTheme?.[option] ?? "black");
  const label = { type: "button", class: `Wallet Wallet--${theme}` };
  const button = make("button", label, `Pay with ${name}`);
  button.style.height = `${buttonHeight ?? HEIGHT}px`;
  button.addEventListener("click", () => tell({ kind: "wallet", wallet }));
  return button;
}
