import type { Comparison } from "../support/compare";
import type { Traffic } from "../support/wire";

/** What `npm run bench -- webhooks --json` prints. */
export type WebhookFigures = Traffic & {
  /** The receiver without reactions, beside the same rows written by postgres.js alone. */
  receiver: Comparison;
  /** Through Next with the product's reactions, beside the same route reading the body and doing nothing with it. */
  route: Comparison;
  /** The same, beside the same route answering before it has read the body. */
  unread: Comparison;
  /** Whether Next's thread had a core for itself, and senders and PostgreSQL the others. */
  apart: boolean;
  /** Statements for an event when as many come at once as the load says: those that are taken in together share one. */
  statementsAtOnce: number;
  /** From Request to Response, as many at once as the load says. */
  p50ms: number;
  p99ms: number;
  /** The same, one event after the other; and what the ceiling takes for one. */
  idle: { p50ms: number; p99ms: number; ceilingP50ms: number };
  /** The receiver with the product's reactions, beside the ceiling of the receiver. */
  reactions: Comparison & Traffic;
};
