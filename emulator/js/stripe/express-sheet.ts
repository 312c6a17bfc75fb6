import type { ChangeResolveDetails, StripeExpressCheckoutElementOptions } from "@stripe/stripe-js";
import type { Answer } from "../api";
import type { FrameCall, FrameNews, FrameSetup, SheetOptions, Wallet } from "../protocol";
import type { ElementHome } from "./element";
import { FrameHost } from "./frame-host";
import { modal } from "./modal";

type SheetEvent = "cancel" | "confirm" | "shippingaddresschange" | "shippingratechange";

const REJECTED = "It can't be delivered there.";

/** A wallet's sheet, in a frame of the stand-in's over the page. */
export class ExpressSheet {
  readonly #dialog = modal("Wallet");
  readonly #frame: FrameHost;
  #options: SheetOptions;

  constructor(
    readonly home: ElementHome,
    readonly wallet: Wallet,
    options: StripeExpressCheckoutElementOptions,
    readonly tell: (event: SheetEvent, payload: object) => void,
  ) {
    this.#options = {
      wallet,
      business: options.business?.name ?? "Total",
      lineItems: options.lineItems ?? [],
      billingAddressRequired: options.billingAddressRequired === true,
      emailRequired: options.emailRequired === true,
      phoneNumberRequired: options.phoneNumberRequired === true,
      shippingAddressRequired: options.shippingAddressRequired === true,
      allowedShippingCountries: options.allowedShippingCountries ?? [],
      shippingRates: options.shippingRates ?? [],
      error: "",
    };
    const hear = (news: FrameNews) => this.#hear(news);
    this.#frame = new FrameHost(home.origin, "Secure wallet frame", () => this.#setup(), hear);
    this.#dialog.append(this.#frame.iframe);
    document.body.append(this.#dialog);
    this.#dialog.showModal();
  }

  ask(call: FrameCall): Promise<Answer> {
    return this.#frame.call(call);
  }

  close(): void {
    this.#frame.close();
    this.#dialog.close();
    this.#dialog.remove();
  }

  /** Draws again with what the page says now. */
  #update(changes: Partial<SheetOptions>): void {
    this.#options = { ...this.#options, error: "", ...changes };
    this.#frame.send({ kind: "update", setup: this.#setup() });
  }

  #setup(): FrameSetup {
    return { ...this.home.setup(), type: "sheet", options: this.#options };
  }

  #hear(news: FrameNews): void {
    const resolve = ({ lineItems, shippingRates }: ChangeResolveDetails = {}) =>
      this.#update({ ...(lineItems ? { lineItems } : {}), ...(shippingRates ? { shippingRates } : {}) });
    const reject = () => this.#update({ error: REJECTED });
    if (news.kind === "height") this.#frame.iframe.style.height = `${news.pixels}px`;
    else if (news.kind === "cancel" || news.kind === "escape") this.tell("cancel", {});
    else if (news.kind === "shippingaddress") {
      this.tell("shippingaddresschange", { name: news.name, address: news.address, resolve, reject });
    } else if (news.kind === "shippingrate") {
      this.tell("shippingratechange", { shippingRate: news.shippingRate, resolve, reject });
    } else if (news.kind === "confirm") {
      const paymentFailed = ({ message = "Payment failed." }: { message?: string } = {}) =>
        this.#update({ error: message });
      this.tell("confirm", { expressPaymentType: this.wallet, ...news.details, paymentFailed });
    }
  }
}
