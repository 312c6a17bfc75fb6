import type { DeliveryAction, FaultAction, RequestAction } from "./actions";

/** When something goes wrong on purpose, and what. A condition that is null holds always. */
export interface FaultRule {
  readonly id: string;
  readonly action: FaultAction;
  /** In the unit of the action. */
  readonly amount: number;
  /** Of requests: `POST`. */
  readonly method: string | null;
  /** Of requests: a pattern such as `/v1/customers/*`. */
  readonly path: string | null;
  /** Of deliveries: a pattern such as `invoice.*`. */
  readonly event: string | null;
  /** Of deliveries: an endpoint's id, or a pattern of its address. */
  readonly endpoint: string | null;
  /** Only the so manieth that the conditions above hold for, from 1. */
  readonly nth: number | null;
  /** At most so often. */
  readonly times: number | null;
  /** From 0 to 1, drawn from the seed: the same rule meets the same requests every time. */
  readonly probability: number;
  readonly seed: number;
  /** How often the conditions have held, and how often it came to something. */
  readonly seen: number;
  readonly fired: number;
}

/** A fault that is to happen. */
export interface Fault<Action extends FaultAction = FaultAction> {
  readonly action: Action;
  readonly amount: number;
}

export type RequestFault = Fault<RequestAction>;
export type DeliveryFault = Fault<DeliveryAction>;
