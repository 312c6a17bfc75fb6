import { Emitter } from "./emitter";
import { notImplemented } from "./errors";

/**
 * The older way to a browser's wallet, of which no browser here has one: a page that asks first, as it has to,
 * shows no button.
 */
class PaymentRequest extends Emitter {
  async canMakePayment(): Promise<null> {
    return null;
  }

  isShowing(): boolean {
    return false;
  }

  show(): never {
    return notImplemented("A payment request's sheet");
  }

  update(): void {}

  abort(): void {}
}

/** https://docs.stripe.com/js/payment_request/create */
export function paymentRequest(): PaymentRequest {
  return new PaymentRequest();
}
