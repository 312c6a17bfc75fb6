import type Stripe from "stripe";
import type { Transaction } from "@/db/client";
import type { Statement } from "@/db/prepared";
import type { Document } from "@/db/schema/stripe/mirror-table";

export type EventType = Stripe.Event["type"];
type EventOf<Type extends EventType> = Extract<Stripe.Event, { type: Type }>;

export type Reaction<Type extends EventType> = {
  event: EventOf<Type>;
  /** The object's row as the mirror has it now, perhaps newer than the event; null for types it doesn't keep. */
  mirrored: Document | null;
  /** The event's transaction. What a handler writes through it is undone when any handler throws. */
  tx: Transaction;
  /**
   * Runs a statement in `tx` without waiting for it, for one whose answer the handler doesn't need: what comes next,
   * the commit perhaps, goes out right behind it, so that it costs no round trip. If it fails, the event fails.
   */
  send: (statement: Statement) => void;
};

export type Handler = {
  types: readonly EventType[];
  /** Whether it has anything to do about an event. */
  concerns(event: Stripe.Event): boolean;
  run(reaction: Omit<Reaction<EventType>, "event"> & { event: Stripe.Event }): Promise<void>;
};

/**
 * A reaction to events of one type or several, run in the event's transaction, which other events may share. It takes effect
 * once per event, and runs anew where the transaction was undone for another's sake. It does database work only, must not
 * rely on another's having run, and throws to have Stripe send the event again.
 * Events of connected accounts are none of its business: their objects, which aren't in the mirror, would be taken for ours.
 *
 * @param when tells by the event alone whether there is anything to do: where there isn't, no transaction is
 *   kept open for it
 * @example export default on("charge.refunded", async ({ event, tx }) => { … event.data.object.amount_refunded … });
 * @example export default on("invoice.voided", async ({ event, send }) => send(enqueuing(farewell, …, { key: event.id })));
 */
export function on<Type extends EventType>(
  types: Type | readonly Type[],
  handle: (reaction: Reaction<Type>) => Promise<void>,
  { when = () => true }: { when?: (event: EventOf<Type>) => boolean } = {},
): Handler {
  const handled: readonly Type[] = typeof types === "string" ? [types] : types;
  const isHandled = (event: Stripe.Event): event is EventOf<Type> =>
    handled.some((type) => type === event.type);
  return {
    types: handled,
    concerns: (event) => !event.account && isHandled(event) && when(event),
    run: async ({ event, ...rest }) => {
      if (isHandled(event)) await handle({ event, ...rest });
    },
  };
}
