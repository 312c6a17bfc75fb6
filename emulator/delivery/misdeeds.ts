import type { Held } from "../core/kinds";
import type { Delivery } from "../core/records";
import type { Work } from "../core/work";
import type { DeliveryAction } from "../faults/actions";
import { inOlderVersion } from "./older-version";

/** What is about to be sent, and how it is signed. */
export interface Message {
  readonly body: string;
  readonly secret: string;
  /** Unix seconds the signature speaks of. */
  readonly signedAt: number;
}

/** What a fault does to a delivery: when it is queued, and at each attempt to send it. */
interface Misdeed {
  readonly queue?: (delivery: Delivery, amount: number) => Partial<Delivery>;
  /** Another event to deliver to the same endpoint beside it. */
  readonly beside?: (work: Work, event: Held<"event">) => Held<"event">;
  /** Null loses it on the way. */
  readonly send?: (message: Message, amount: number, attempts: number) => Message | null;
}

/** How long a delivery waits for what is to come before it, in seconds. */
const PATIENCE = 10;

const later = ({ next_attempt, created }: Delivery, seconds: number) => ({
  next_attempt: (next_attempt ?? created) + seconds,
});

export const MISDEEDS: Readonly<Record<DeliveryAction, Misdeed>> = {
  duplicate: { beside: (_work, event) => event },
  duplicate_new_id: {
    beside: (work, event) =>
      work.store.put("event", { ...event, id: work.newId("event"), pending_webhooks: 1 }),
  },
  reorder: { queue: (delivery, behind) => ({ behind, ...later(delivery, PATIENCE) }) },
  late: { queue: later },
  drop: { queue: () => ({ next_attempt: null }) },
  drop_until_retry: { send: (message, retry, attempts) => (attempts < retry ? null : message) },
  wrong_signature: { send: (message) => ({ ...message, secret: `not ${message.secret}` }) },
  old_timestamp: {
    send: (message, seconds) => ({ ...message, signedAt: message.signedAt - seconds }),
  },
  old_version: { send: (message) => ({ ...message, body: inOlderVersion(message.body) }) },
  before_answer: {},
  after_answer: { queue: (delivery) => later(delivery, PATIENCE) },
};

/** The message as the delivery's faults leave it; null when it gets lost. */
export function spoilt({ faults, attempts }: Delivery, message: Message): Message | null {
  return faults.reduce<Message | null>((sent, { action, amount }) => {
    const { send } = MISDEEDS[action];
    return sent === null || send === undefined ? sent : send(sent, amount, attempts.length);
  }, message);
}
