import type { Receiver } from "@/lib/stripe/webhooks/settle";
import { type Output, openPassingBoard } from "./board";

/** How often the terminal hears that something goes on, in milliseconds: most of what is read is there already. */
const BEAT = 100;

/**
 * Shows on a terminal how many events a receiver takes in while Stripe's list of them is read; how long the list is
 * nobody knows.
 *
 * @returns the receiver to read with, and what ends the showing
 */
export function watchTakingIn(out: Output, receiver: Receiver): { watched: Receiver; end: () => void } {
  const board = openPassingBoard(out, ["event"]);
  let count = 0;
  const show = () => {
    const state = count > 0 ? "taken in" : "reading";
    board.update({ name: "event", state, count, share: null, at: performance.now(), done: false });
  };
  show();
  const timer = setInterval(show, BEAT);
  const { hooks = {} } = receiver;
  const watched: Receiver = {
    ...receiver,
    hooks: {
      ...hooks,
      beforeProcessing(event) {
        count += 1;
        return hooks.beforeProcessing?.(event);
      },
    },
  };
  return {
    watched,
    end: () => {
      clearInterval(timer);
      board.end();
    },
  };
}
