import { vi } from "vitest";

export const ORIGIN = "http://localhost:12111";

class ClassList extends Set<string> {
  toggle(name: string, on: boolean): void {
    if (on) this.add(name);
    else this.delete(name);
  }

  remove(name: string): void {
    this.delete(name);
  }
}

/** The window in a frame, which is sent one end of a channel. */
class FakeFrame {
  port: MessagePort | null = null;

  postMessage(_message: unknown, _origin: string, [port]: MessagePort[] = []): void {
    this.port = port ?? null;
  }
}

/** A node of a page, as far as Stripe.js asks for anything of one. */
class FakeNode {
  readonly classList = new ClassList();
  readonly style = {};
  readonly contentWindow = new FakeFrame();
  children: FakeNode[] = [];
  src = "";
  #parent: FakeNode | null = null;

  replaceChildren(...children: FakeNode[]): void {
    for (const child of [...this.children, ...children]) child.remove();
    this.children = children;
    for (const child of children) child.#parent = this;
  }

  remove(): void {
    const siblings = this.#parent?.children ?? [];
    if (siblings.includes(this)) siblings.splice(siblings.indexOf(this), 1);
    this.#parent = null;
  }

  focus(): void {}
}

/** The page Stripe.js finds itself in until `vi.unstubAllGlobals()`: two places to mount in, and who listens. */
export function fakePage() {
  const places = new Map([
    ["#here", new FakeNode()],
    ["#there", new FakeNode()],
  ]);
  const listeners = new Set<(event: object) => void>();
  vi.stubGlobal("HTMLElement", FakeNode);
  vi.stubGlobal("document", {
    createElement: () => new FakeNode(),
    querySelector: (selector: string) => places.get(selector) ?? null,
  });
  vi.stubGlobal("window", {
    location: { origin: "https://merchant.example" },
    addEventListener: (_type: string, listener: (event: object) => void) => listeners.add(listener),
    removeEventListener: (_type: string, listener: (event: object) => void) => listeners.delete(listener),
  });
  const here = places.get("#here") ?? new FakeNode();
  return {
    here,
    listeners,
    /** Says hello for the frame that is mounted, and gives its end of the channel. */
    greet: (): MessagePort => {
      const [frame] = here.children;
      const nonce = new URL(frame?.src ?? "").searchParams.get("nonce");
      const data = { kind: "endive:hello", nonce };
      for (const listener of listeners) listener({ data, origin: ORIGIN, source: frame?.contentWindow });
      if (!frame?.contentWindow.port) throw new Error("The frame wasn't welcomed.");
      return frame.contentWindow.port;
    },
  };
}
