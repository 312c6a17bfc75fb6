import { isObject } from "../api";

const SIZE = { width: "min(440px, 100%)", height: "min(560px, 100%)" };

function modal(): HTMLDialogElement {
  const dialog = document.createElement("dialog");
  dialog.setAttribute("aria-label", "Card authentication");
  Object.assign(dialog.style, {
    ...SIZE,
    maxWidth: "100%",
    maxHeight: "100%",
    margin: "auto",
    padding: "0",
    border: "0",
    borderRadius: "10px",
    overflow: "hidden",
    background: "transparent",
    boxShadow: "0 0 0 100vmax rgb(0 0 0 / 55%), 0 20px 60px rgb(0 0 0 / 35%)",
  });
  dialog.addEventListener("cancel", (event) => event.preventDefault());
  return dialog;
}

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
  const dialog = modal();
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
