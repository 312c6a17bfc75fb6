import { type Api, isObject } from "../api";
import { IntegrationError } from "./errors";
import { leaveFor } from "./leave";
import { PaymentPage } from "./payment-page";
import { placeOf } from "./place";

interface EmbeddedOptions {
  clientSecret?: string;
  fetchClientSecret?: () => Promise<string>;
  onComplete?: () => void;
}

/** Whether the page has one: there can only be one at a time. */
let taken = false;

/**
 * A session's page in a frame of the merchant's. Throws while there is another that isn't destroyed.
 * @see https://docs.stripe.com/js/embedded_checkout/create
 */
export async function createEmbeddedCheckoutPage(api: Api, options: EmbeddedOptions = {}) {
  if (taken) throw new IntegrationError("You cannot have multiple Embedded Checkout objects.");
  taken = true;
  try {
    return embed(api, await pageOf(api, options), options.onComplete);
  } catch (error) {
    taken = false;
    throw error;
  }
}

async function pageOf(api: Api, { clientSecret, fetchClientSecret }: EmbeddedOptions): Promise<PaymentPage> {
  const secret = clientSecret ?? (await fetchClientSecret?.());
  if (!secret) throw new IntegrationError("Either clientSecret or fetchClientSecret is required.");
  return new PaymentPage(api, secret);
}

function embed(api: Api, page: PaymentPage, onComplete: (() => void) | undefined) {
  const iframe = frameFor(new URL(`/checkout/${page.id}`, api.origin));
  let destroyed = false;

  function refuseDestroyed(): void {
    if (!destroyed) return;
    throw new IntegrationError("This Embedded Checkout has already been destroyed. Please create a new one.");
  }

  async function complete(): Promise<void> {
    const answer = await page.read();
    if (destroyed || !answer.ok || answer.view.status !== "complete") return;
    if (answer.view.completion_url) await leaveFor(answer.view.completion_url);
    onComplete?.();
  }

  const hear = ({ data, origin, source }: MessageEvent<unknown>): void => {
    if (origin !== api.origin || source !== iframe.contentWindow || !isObject(data)) return;
    if (data.kind === "endive:checkout-height") iframe.style.height = `${Number(data.pixels)}px`;
    if (data.kind === "endive:checkout-complete") complete();
  };
  window.addEventListener("message", hear);

  return {
    mount: (location: string | HTMLElement): void => {
      refuseDestroyed();
      placeOf(location).replaceChildren(iframe);
    },
    unmount: (): void => {
      refuseDestroyed();
      iframe.remove();
    },
    destroy: (): void => {
      refuseDestroyed();
      destroyed = true;
      taken = false;
      window.removeEventListener("message", hear);
      iframe.remove();
    },
  };
}

function frameFor(url: URL): HTMLIFrameElement {
  const iframe = document.createElement("iframe");
  iframe.title = "Secure payment page";
  iframe.name = "embedded-checkout";
  iframe.src = url.href;
  Object.assign(iframe.style, { border: "0", display: "block", height: "640px", width: "100%" });
  return iframe;
}
