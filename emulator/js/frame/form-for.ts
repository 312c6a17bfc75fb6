import type { FrameSetup } from "../protocol";
import { AddressForm } from "./address-form";
import type { ElementForm } from "./element-form";
import { EmailForm } from "./email-form";
import { PaymentForm } from "./payment-form";

/** The form of the element that is asked for. */
export function formFor(setup: FrameSetup, keepsCard: boolean, onChange: () => void): ElementForm {
  if (setup.type === "address") return new AddressForm(setup, onChange);
  if (setup.type === "linkAuthentication") return new EmailForm(setup, onChange);
  return new PaymentForm(setup, keepsCard, onChange);
}
