import type { Held } from "../../core/kinds";
import type { Buyer } from "./buyer";
import type { Brought } from "./collect";

type Session = Held<"checkout.session">;

/** What a session is completed with. */
export interface Completion {
  readonly session: Session;
  /** Null for a guest. */
  readonly customer: string | null;
  readonly buyer: Buyer;
  /** Null where nothing is due and no card is asked for. */
  readonly brought: Brought | null;
}

/** What a session has become: its own fields. */
export type Made = Partial<
  Pick<Session, "invoice" | "payment_intent" | "payment_status" | "setup_intent" | "subscription">
>;
