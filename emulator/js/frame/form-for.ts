import type { Api } from "../api";
import type { FrameNews, FrameSetup } from "../protocol";
import { AddressForm } from "./address-form";
import type { ElementForm } from "./element-form";
import { EmailForm } from "./email-form";
import type { Loaded } from "./load";
import { PaymentForm } from "./payment-form";

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
  return new PaymentForm(setup, loaded, api, tell, onChange);
}
