import type { SentEvent } from "./told";

/** Who takes the events in. */
export type Receiving = {
  /** @returns the answer's status; 0 where none came */
  deliver(event: SentEvent, fails: boolean): Promise<number>;
  poll(): Promise<void>;
  retry(): Promise<void>;
  /** Ends what is under way in the middle of it. */
  interrupt(): Promise<void>;
};
