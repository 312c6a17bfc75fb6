import { benchmark } from "../support/benchmark";
import { decimal, table } from "../support/table";
import type { Growth } from "./figures";
import { measureScale } from "./measure";

export default benchmark({
  about: "what an event and an access check cost once the database has grown",
  options: {
    rounds: { standard: 7, about: "how often small and large take turns" },
    events: { standard: 1_500, about: "events in a turn; access checks are twice as many" },
    customers: { standard: 20_000, about: "customers in the large database; the small one has 1000" },
    ledger: { standard: 200_000, about: "events in the large ledger; the small one has 1000" },
  },
  measure: (option) =>
    measureScale({
      rounds: option("rounds"),
      events: option("events"),
      large: { customers: option("customers"), ledger: option("ledger") },
    }),
  describe: ({ event, access }) =>
    table([
      ["milliseconds for each", "small", "large", "growth", "goal"],
      row("event", event),
      row("access check", access),
    ]),
});

function row(what: string, { small, large, ratio }: Growth): string[] {
  return [what, decimal(small, 3), decimal(large, 3), `${decimal(ratio, 2)} ×`, "≤ 1.2 ×"];
}
