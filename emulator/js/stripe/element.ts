import type { Answer } from "../api";
import type { ElementState, ElementType, FrameCall, FrameNews, FrameSetup, GroupSetup } from "../protocol";
import { Emitter } from "./emitter";
import { IntegrationError } from "./errors";
import { FrameHost } from "./frame-host";
import { MountClasses } from "./mount-classes";

/** What an element knows of the group it was made by. */
export interface ElementHome {
  readonly origin: string;
  setup(): GroupSetup;
  /** To be told when the element is destroyed. */
  removed(element: Element): void;
}

function findNode(target: string | HTMLElement): HTMLElement {
  if (typeof target !== "string") return target;
  const node = document.querySelector<HTMLElement>(target);
  if (node) return node;
  throw new IntegrationError(
    `The selector you specified (${target}) applies to no DOM elements that are currently on the page. Make sure the element exists on the page before calling mount().`,
  );
}

/** An element as the page sees it: a frame, its events, and class names on the node it sits in. */
export abstract class Element extends Emitter {
  abstract readonly elementType: ElementType;
  /** What a screen reader calls its frame. */
  protected abstract readonly title: string;
  #frame: FrameHost | null = null;
  #classes: MountClasses | null = null;
  #destroyed = false;

  constructor(protected readonly home: ElementHome) {
    super();
  }

  /** How its frame is to draw it. */
  protected abstract setup(): FrameSetup;

  /** Options that change; what isn't given stays. */
  protected abstract change(options: object): void;

  get mounted(): boolean {
    return this.#frame !== null;
  }

  mount(target: string | HTMLElement): void {
    if (this.#destroyed) {
      throw new IntegrationError("This Element has already been destroyed. Please create a new one.");
    }
    const node = findNode(target);
    if (this.#frame && this.#classes?.node === node) return;
    this.unmount();
    const frame = new FrameHost(
      this.home.origin,
      this.title,
      () => this.setup(),
      (message) => this.hear(message),
    );
    this.#frame = frame;
    this.#classes = new MountClasses(node);
    node.replaceChildren(frame.iframe);
    this.emit("loaderstart", { elementType: this.elementType });
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
    this.home.removed(this);
  }

  update(options: object): this {
    this.change(options);
    this.refresh();
    return this;
  }

  /** Draws again with what the group of elements says now. */
  refresh(): void {
    this.#frame?.send({ kind: "update", setup: this.setup() });
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

  /** Asks the frame to check itself, to tell its value, or to send its card to the API. */
  ask(call: FrameCall): Promise<Answer> {
    if (this.#frame) return this.#frame.call(call);
    throw new IntegrationError(
      `Invalid value for elements: It should have a mounted ${this.elementType} Element. Please make sure the Element is still mounted.`,
    );
  }

  protected collapseFrame(): void {
    this.#frame?.send({ kind: "collapse" });
  }

  protected hear(message: FrameNews): void {
    const { elementType } = this;
    if (message.kind === "height") {
      if (this.#frame) this.#frame.iframe.style.height = `${message.pixels}px`;
    } else if (message.kind === "change") {
      this.#changed(message.state);
    } else if (message.kind === "removed") {
      const { payment_method, error } = message;
      const failure = error === null ? {} : { error };
      this.emit("savedpaymentmethodremove", {
        elementType,
        success: error === null,
        payment_method,
        ...failure,
      });
    } else if (message.kind === "loaderror") {
      this.emit("loaderror", { elementType, error: message.error });
    } else if (message.kind === "ready") {
      this.emit("ready", { elementType, ...message.details });
    } else if (message.kind === "focus" || message.kind === "blur" || message.kind === "escape") {
      if (message.kind !== "escape") this.#classes?.focused(message.kind === "focus");
      this.emit(message.kind, { elementType });
    }
  }

  #changed(state: ElementState): void {
    this.#classes?.state(state);
    const { empty, complete, details } = state;
    this.emit("change", { elementType: this.elementType, empty, complete, ...details });
  }
}
