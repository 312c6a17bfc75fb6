import type { Answer } from "../api";
import { isObject } from "../api";
import type { FrameCall, FrameNews, FrameSetup, FromFrame, ToFrame, Welcome } from "../protocol";

function isFromFrame(value: unknown): value is FromFrame {
  return isObject(value) && typeof value.kind === "string";
}

/**
 * One iframe of the stand-in's origin and the private channel to it. Speaks only to a frame that comes from
 * that origin, is this very iframe and knows its nonce; a frame that is moved in the document loads anew,
 * says hello again and gets a new channel.
 */
export class FrameHost {
  readonly iframe: HTMLIFrameElement;
  readonly #nonce = crypto.randomUUID();
  readonly #answers = new Map<number, (answer: Answer) => void>();
  #waiting: ToFrame[] = [];
  #port: MessagePort | null = null;
  #calls = 0;

  constructor(
    readonly origin: string,
    title: string,
    readonly setup: () => FrameSetup,
    readonly receive: (message: FrameNews) => void,
  ) {
    const query = new URLSearchParams({ nonce: this.#nonce, parent: window.location.origin });
    this.iframe = document.createElement("iframe");
    this.iframe.title = title;
    this.iframe.name = `__privateStripeFrame${this.#nonce.slice(0, 8)}`;
    this.iframe.src = `${origin}/elements/frame?${query}`;
    this.iframe.allow = "payment *; clipboard-write";
    Object.assign(this.iframe.style, {
      display: "block",
      width: "calc(100% + 8px)",
      height: "0px",
      border: "0",
      margin: "-4px",
      padding: "0",
      maxWidth: "none",
      overflow: "hidden",
      colorScheme: "light only",
      background: "transparent",
    });
    window.addEventListener("message", this.#greet);
  }

  /** Sends now, or as soon as the frame is there. */
  send(message: ToFrame): void {
    if (this.#port) this.#port.postMessage(message);
    else this.#waiting.push(message);
  }

  /** Asks the frame for something and waits for its answer. */
  call(call: FrameCall): Promise<Answer> {
    const id = ++this.#calls;
    return new Promise((resolve) => {
      this.#answers.set(id, resolve);
      this.send({ kind: "call", id, call });
    });
  }

  /** Ends the channel; a call still open is answered with an error, so that nobody waits for ever. */
  close(): void {
    window.removeEventListener("message", this.#greet);
    this.#port?.close();
    this.#port = null;
    this.#waiting = [];
    this.iframe.remove();
    const error = { type: "invalid_request_error", message: "The element was removed before it answered." };
    for (const answer of this.#answers.values()) answer({ ok: false, error });
    this.#answers.clear();
  }

  readonly #greet = (event: MessageEvent<unknown>): void => {
    const { data } = event;
    if (event.origin !== this.origin || event.source !== this.iframe.contentWindow) return;
    if (!isObject(data) || data.kind !== "endive:hello" || data.nonce !== this.#nonce) return;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data: message }: MessageEvent<unknown>) => {
      if (isFromFrame(message)) this.#hear(message);
    };
    this.#port = port1;
    const welcome: Welcome = { kind: "endive:welcome", nonce: this.#nonce, setup: this.setup() };
    this.iframe.contentWindow?.postMessage(welcome, this.origin, [port2]);
    for (const message of this.#waiting) port1.postMessage(message);
    this.#waiting = [];
  };

  #hear(message: FromFrame): void {
    if (message.kind === "answer") {
      this.#answers.get(message.id)?.(message.answer);
      this.#answers.delete(message.id);
    } else {
      this.receive(message);
    }
  }
}
