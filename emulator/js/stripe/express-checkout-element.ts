import type { ClickResolveDetails, StripeExpressCheckoutElementOptions } from "@stripe/stripe-js";
import type { Answer } from "../api";
import type { FrameCall, FrameNews, FrameSetup, Wallet } from "../protocol";
import { Element, type ElementHome } from "./element";
import { ExpressSheet } from "./express-sheet";

const PATIENCE = 1000;

/**
 * Buttons of wallets. A click is told to the page, which has a second to say what is asked for; then the
 * wallet's sheet opens, and what its owner does there are the element's events.
 * @see https://docs.stripe.com/js/elements_object/create_express_checkout_element
 */
export class ExpressCheckoutElement extends Element {
  readonly elementType = "expressCheckout";
  protected readonly title = "Secure express checkout frame";
  #options: StripeExpressCheckoutElementOptions;
  #sheet: ExpressSheet | null = null;
  /** The second in which the page may answer a click. */
  #patience: ReturnType<typeof setTimeout> | undefined;

  constructor(home: ElementHome, options: StripeExpressCheckoutElementOptions = {}) {
    super(home);
    this.#options = options;
  }

  /** Itself, while a sheet is open, whose card is then the one that pays. */
  get whilePaying(): this | null {
    return this.#sheet ? this : null;
  }

  override unmount(): void {
    this.#forgetClick();
    this.#close();
    super.unmount();
  }

  /** A sheet that has paid, or asks for 3-D Secure, makes way. */
  override async ask(call: FrameCall): Promise<Answer> {
    if (!this.#sheet) return super.ask(call);
    const answer = await this.#sheet.ask(call);
    if (call.name === "submit" && answer.ok) this.#close();
    return answer;
  }

  protected setup(): FrameSetup {
    return { ...this.home.setup(), type: this.elementType, options: this.#options };
  }

  protected change(options: StripeExpressCheckoutElementOptions): void {
    this.#options = { ...this.#options, ...options };
  }

  protected override hear(message: FrameNews): void {
    if (message.kind === "wallet") this.#clicked(message.wallet);
    else super.hear(message);
  }

  #clicked(expressPaymentType: Wallet): void {
    this.#forgetClick();
    if (!this.listens("click")) {
      this.#open(expressPaymentType, {});
      return;
    }
    const patience = setTimeout(() => {
      this.#forgetClick();
      console.error("The click event's resolve() has to be called within a second; the wallet stays closed.");
    }, PATIENCE);
    this.#patience = patience;
    const once = (then: () => void) => {
      if (this.#patience !== patience) return;
      this.#forgetClick();
      then();
    };
    const resolve = (details: ClickResolveDetails = {}) =>
      once(() => this.#open(expressPaymentType, details));
    const reject = () => once(() => {});
    this.emit("click", { elementType: this.elementType, expressPaymentType, resolve, reject });
  }

  /** What the page still says to the last click comes too late. */
  #forgetClick(): void {
    clearTimeout(this.#patience);
    this.#patience = undefined;
  }

  #open(wallet: Wallet, details: ClickResolveDetails): void {
    this.#close();
    this.#sheet = new ExpressSheet(this.home, wallet, { ...this.#options, ...details }, (event, payload) => {
      if (event === "cancel") this.#close();
      this.emit(event, { elementType: this.elementType, ...payload });
    });
  }

  #close(): void {
    this.#sheet?.close();
    this.#sheet = null;
  }
}
