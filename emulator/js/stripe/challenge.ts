import { isObject } from "../api";
import { modal } from "./modal";

function frameFor(url: URL): HTMLIFrameElement {
  const iframe = document.createElement("iframe");
  iframe.title = "3D Secure authentication";
  iframe.name = "stripe-challenge-frame";
  iframe.src = url.href;
  Object.assign(iframe.style, { display: "block", width: "100%", height: "100%", border: "0" });
  return iframe;
}

/**
 * Shows the bank's question in a modal and resolves when it has been answered, either way; what came of it
 * is for the API to say. The page inside offers Complete and Fail, and Escape there means Fail.
 */
export function challenge(url: URL): Promise<void> {
  const dialog = modal("Card authentication");
  dialog.style.height = "min(560px, 100%)";
  const iframe = frameFor(url);
  const before = document.activeElement;
  dialog.append(iframe);
  document.body.append(dialog);
  dialog.showModal();
  iframe.addEventListener("load", () => iframe.focus(), { once: true });
  return new Promise((resolve) => {
    const hear = (event: MessageEvent<unknown>) => {
      if (event.origin !== url.origin || event.source !== iframe.contentWindow) return;
      if (!isObject(event.data) || event.data.kind !== "endive:challenge-answered") return;
      window.removeEventListener("message", hear);
      dialog.close();
      dialog.remove();
      if (before instanceof HTMLElement) before.focus();
      resolve();
    };
    window.addEventListener("message", hear);
  });
}
