import type { StripePaymentElementOptions } from "@stripe/stripe-js";
import type { Answer } from "../api";
import type { ElementState, FrameCall, FrameNews, FrameSetup } from "../protocol";
import { Emitter } from "./emitter";
import { IntegrationError } from "./errors";
import { FrameHost } from "./frame-host";
import { MountClasses } from "./mount-classes";

const elementType = "payment";

function findNode(target: string | HTMLElement): HTMLElement {
  if (typeof target !== "string") return target;
  const node = document.querySelector<HTMLElement>(target);
  if (node) return node;
  throw new IntegrationError(
    `The selector you specified (${target}) applies to no DOM elements that are currently on the page.`,
  );
}

/** The Payment Element as the page sees it: a frame, its events, and class names on the node it sits in. */
export class PaymentElement extends Emitter {
  #frame: FrameHost | null = null;
  #classes: MountClasses | null = null;
  #destroyed = false;

  constructor(
    readonly origin: string,
    readonly setup: (options: StripePaymentElementOptions) => FrameSetup,
    public options: StripePaymentElementOptions,
    readonly onDestroy: () => void,
  ) {
    super();
  }

  mount(target: string | HTMLElement): void {
    if (this.#destroyed) {
      throw new IntegrationError("This Element has already been destroyed. Please create a new one.");
    }
    const node = findNode(target);
    if (this.#frame && this.#classes?.node === node) return;
    this.unmount();
    const frame = new FrameHost(
      this.origin,
      "/elements/payment",
      () => this.setup(this.options),
      (message) => this.#receive(message),
    );
    this.#frame = frame;
    this.#classes = new MountClasses(node);
    node.replaceChildren(frame.iframe);
    this.emit("loaderstart", { elementType });
  }

  unmount(): void {
    this.#frame?.close();
    this.#classes?.clear();
    this.#frame = null;
    this.#classes = null;
  }

  destroy(): void {
    this.unmount();
    if (this.#destroyed) return;
    this.#destroyed = true;
    this.onDestroy();
  }

  update(options: StripePaymentElementOptions): void {
    this.options = { ...this.options, ...options };
    this.refresh();
  }

  /** Draws again with what the group of elements says now. */
  refresh(): void {
    this.#frame?.send({ kind: "update", setup: this.setup(this.options) });
  }

  focus(): void {
    this.#frame?.iframe.focus();
    this.#frame?.send({ kind: "focus" });
  }

  blur(): void {
    this.#frame?.send({ kind: "blur" });
  }

  clear(): void {
    this.#frame?.send({ kind: "clear" });
  }

  collapse(): void {
    this.#frame?.send({ kind: "collapse" });
  }

  /** Asks the frame to check itself or to send its card to the API. */
  ask(call: FrameCall): Promise<Answer> {
    if (this.#frame) return this.#frame.call(call);
    throw new IntegrationError(
      "Invalid value for elements: It should have a mounted Payment Element. Please make sure the Payment Element is still mounted.",
    );
  }

  #receive(message: FrameNews): void {
    if (message.kind === "height") {
      if (this.#frame) this.#frame.iframe.style.height = `${message.pixels}px`;
    } else if (message.kind === "change") {
      this.#change(message.state);
    } else if (message.kind === "loaderror") {
      this.emit("loaderror", { elementType, error: message.error });
    } else {
      if (message.kind === "focus" || message.kind === "blur") {
        this.#classes?.focused(message.kind === "focus");
      }
      this.emit(message.kind, { elementType });
    }
  }

  #change(state: ElementState): void {
    this.#classes?.state(state);
    const { empty, complete, collapsed } = state;
    this.emit("change", { elementType, empty, complete, collapsed, value: { type: "card" } });
  }
}
