import { benchmark } from "../support/benchmark";
import { table, whole } from "../support/table";
import { measureBackfill } from "./measure";

export default benchmark({
  about: "the copy of all that Stripe holds, from a Stripe without latency",
  options: {
    rounds: { standard: 5, about: "how often figure and ceiling take turns" },
    rows: { standard: 10_000, about: "objects of each of five kinds in a turn" },
  },
  measure: (option) => measureBackfill(option("rounds"), option("rows")),
  describe: ({ rowsPerSecond, ceiling, ratio, peakMb, firstRoundPeakMb, heldMb, firstRoundHeldMb }) =>
    table([
      ["rows per second", "measured", "ceiling", "share", "goal"],
      ["stripe:sync", whole(rowsPerSecond), whole(ceiling), `${Math.round(ratio * 100)} %`, "≥ 20,000"],
      ["memory at most, MB", whole(peakMb), "", "", ""],
      ["after the first round", whole(firstRoundPeakMb), "", "", ""],
      ["memory held at the end, MB", whole(heldMb), "", "", ""],
      ["after the first round", whole(firstRoundHeldMb), "", "", ""],
    ]),
});
