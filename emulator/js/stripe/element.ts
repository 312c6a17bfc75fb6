import type { Answer } from "../api";
import type { ElementState, ElementType, FrameCall, FrameNews, FrameSetup, GroupSetup } from "../protocol";
import { Emitter } from "./emitter";
import { IntegrationError } from "./errors";
import { FrameHost } from "./frame-host";
import { MountClasses } from "./mount-classes";
import { placeOf } from "./place";

/** What an element knows of the group it was made by. */
export interface ElementHome {
  readonly origin: string;
  setup(): GroupSetup;
  /** To be told when the element is destroyed. */
  removed(element: Element): void;
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
    this.#refuseDestroyed();
    const node = placeOf(target);
    if (this.#frame) {
      if (this.#classes?.node === node) return;
      throw new IntegrationError(
        "This Element is already mounted. Use `unmount()` to unmount the Element before re-mounting.",
      );
    }
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
    this.#refuseDestroyed();
    this.#frame?.close();
    this.#classes?.clear();
    this.#frame = null;
    this.#classes = null;
  }

  /** Takes it away for good: its frame, its listeners, its place in the group. */
  destroy(): void {
    this.unmount();
    this.#destroyed = true;
    this.off();
    this.home.removed(this);
  }

  update(options: object): this {
    this.#refuseDestroyed();
    this.change(options);
    this.refresh();
    return this;
  }

  /** Draws again with what the group of elements says now. */
  refresh(): void {
    this.#frame?.send({ kind: "update", setup: this.setup() });
  }

  focus(): void {
    this.#refuseDestroyed();
    this.#frame?.iframe.focus();
    this.#frame?.send({ kind: "focus" });
  }

  blur(): void {
    this.#refuseDestroyed();
    this.#frame?.send({ kind: "blur" });
  }

  clear(): void {
    this.#refuseDestroyed();
    this.#frame?.send({ kind: "clear" });
  }

  /** Asks the frame to check itself, to tell its value, or to send its card to the API. */
  ask(call: FrameCall): Promise<Answer> {
    if (this.#frame) return this.#frame.call(call);
    throw new IntegrationError(
      "We could not retrieve data from the specified Element. Please make sure the Element you are attempting to use is still mounted.",
    );
  }

  protected collapseFrame(): void {
    this.#refuseDestroyed();
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

  #refuseDestroyed(): void {
    if (!this.#destroyed) return;
    throw new IntegrationError("This Element has already been destroyed. Please create a new one.");
  }

  #changed(state: ElementState): void {
    this.#classes?.state(state);
    const { empty, complete, details } = state;
    this.emit("change", { elementType: this.elementType, empty, complete, ...details });
  }
}
