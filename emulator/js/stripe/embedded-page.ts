import { type Api, isObject } from "../api";
import { IntegrationError } from "./errors";
import { leaveFor } from "./leave";
import { PaymentPage } from "./payment-page";

interface EmbeddedOptions {
  clientSecret?: string;
  fetchClientSecret?: () => Promise<string>;
  onComplete?: () => void;
}

/** A session's page in a frame of the merchant's. @see https://docs.stripe.com/js/embedded_checkout/create */
export async function createEmbeddedCheckoutPage(api: Api, options: EmbeddedOptions) {
  const { clientSecret, fetchClientSecret, onComplete } = options;
  const secret = clientSecret ?? (await fetchClientSecret?.());
  if (!secret) throw new IntegrationError("Either clientSecret or fetchClientSecret is required.");
  const page = new PaymentPage(api, secret);
  const iframe = frameFor(new URL(`/checkout/${page.id}`, api.origin));
  let destroyed = false;

  async function complete(): Promise<void> {
    const answer = await page.read();
    if (!answer.ok || answer.view.status !== "complete") return;
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
      if (destroyed) throw new IntegrationError("This embedded page was destroyed. Create a new one.");
      const node = typeof location === "string" ? document.querySelector(location) : location;
      if (!node) throw new IntegrationError(`Nothing on the page is selected by ${String(location)}.`);
      node.replaceChildren(iframe);
    },
    unmount: (): void => iframe.remove(),
    destroy: (): void => {
      destroyed = true;
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
