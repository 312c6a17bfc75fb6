import { isObject } from "../api";
import type { FrameSetup, FromFrame, Hello, ToFrame } from "../protocol";

export interface Channel {
  setup: FrameSetup;
  send(message: FromFrame): void;
  listen(handler: (message: ToFrame) => void): void;
}

interface Greeting {
  kind: "endive:welcome";
  nonce: string;
  setup: FrameSetup;
}

function isWelcome(value: unknown, nonce: string): value is Greeting {
  return isObject(value) && value.kind === "endive:welcome" && value.nonce === nonce && isObject(value.setup);
}

function isToFrame(value: unknown): value is ToFrame {
  return isObject(value) && typeof value.kind === "string";
}

/**
 * Says hello to the page that holds this frame and waits for its channel. Takes it from nobody but the
 * parent window, from the origin named in the frame's address, with the frame's nonce.
 */
export function openChannel(): Promise<Channel> {
  const query = new URLSearchParams(window.location.search);
  const nonce = query.get("nonce") ?? "";
  const parent = query.get("parent") ?? "";
  return new Promise((resolve) => {
    const hear = ({ data, origin, source, ports: [port] }: MessageEvent<unknown>) => {
      if (source !== window.parent || origin !== parent || !port || !isWelcome(data, nonce)) return;
      window.removeEventListener("message", hear);
      resolve({
        setup: data.setup,
        send: (message) => port.postMessage(message),
        listen: (handler) => {
          port.onmessage = ({ data: message }: MessageEvent<unknown>) => {
            if (isToFrame(message)) handler(message);
          };
        },
      });
    };
    window.addEventListener("message", hear);
    const hello: Hello = { kind: "endive:hello", nonce };
    window.parent.postMessage(hello, parent);
  });
}
