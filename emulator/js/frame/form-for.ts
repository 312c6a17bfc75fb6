import type { Api } from "../api";
import type { FrameNews, FrameSetup } from "../protocol";
import { AddressForm } from "./address-form";
import { CardForm } from "./card-form";
import type { ElementForm } from "./element-form";
import { EmailForm } from "./email-form";
import { ExpressForm } from "./express-form";
import type { Loaded } from "./load";
import { PaymentForm } from "./payment-form";
import { SheetForm } from "./sheet-form";

/** What a form may use beside its setup. */
export interface FormContext {
  api: Api;
  loaded: Loaded;
  tell(news: FrameNews): void;
  onChange(): void;
}

/** The form of the element that is asked for. */
export function formFor(setup: FrameSetup, { api, loaded, tell, onChange }: FormContext): ElementForm {
  if (setup.type === "address") return new AddressForm(setup, onChange);
  if (setup.type === "linkAuthentication") return new EmailForm(setup, onChange);
  if (setup.type === "card") return new CardForm(setup, onChange);
  if (setup.type === "expressCheckout") return new ExpressForm(setup, loaded.wallets, tell);
  if (setup.type === "sheet") return new SheetForm(setup, loaded.price, tell);
  return new PaymentForm(setup, loaded, api, tell, onChange);
}
