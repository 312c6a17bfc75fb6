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
  const latency = `receiver alone: p50 ${decimal(rest.p50ms)} ms, p99 ${decimal(rest.p99ms)} ms`;
  return `${compared}\n\n${asked}\n\n${latency}`;
}
