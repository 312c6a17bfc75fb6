import { comparisonRow, decimal, table } from "../support/table";
import type { WebhookFigures } from "./figures";

/** The figures for people. */
export function describeWebhooks({ receiver, reactions, route, unread, ...rest }: WebhookFigures): string {
  const compared = table([
    ["events per second", "measured", "ceiling", "share", "goal"],
    comparisonRow("receiver alone", receiver, 0.7),
    comparisonRow("receiver with the product's reactions", reactions),
    comparisonRow("Next route", route, 0.75),
    comparisonRow("beside a route that doesn't read the body", unread),
  ]);
  const asked = table([
    ["for an event", "round trips", "statements"],
    ["receiver alone", decimal(rest.roundTrips), decimal(rest.statements)],
    ["with reactions", decimal(reactions.roundTrips), decimal(reactions.statements)],
  ]);
  const { p50ms, p99ms, idle, statementsAtOnce, apart } = rest;
  const shared = "Next's thread shared its core with senders and PostgreSQL (no taskset, or a single core).";
  const latency = [
    `receiver alone, at once: p50 ${decimal(p50ms)} ms, p99 ${decimal(p99ms)} ms, ${decimal(statementsAtOnce, 2)} statements for an event`,
    `one after the other: p50 ${decimal(idle.p50ms)} ms (ceiling ${decimal(idle.ceilingP50ms)} ms), p99 ${decimal(idle.p99ms)} ms`,
    ...(apart ? [] : [shared]),
  ].join("\n");
  return `${compared}\n\n${asked}\n\n${latency}`;
}
