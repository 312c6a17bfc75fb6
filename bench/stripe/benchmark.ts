import { benchmark } from "../support/benchmark";
import { table, whole } from "../support/table";
import { measureStandIn } from "./measure";

export default benchmark({
  about: "the stand-in for Stripe, one process that keeps its state on disk",
  options: {
    customers: { standard: 100_000, about: "customers it holds before anything is measured" },
    requests: { standard: 10_000, about: "requests of each kind; a tenth of it for subscriptions" },
    concurrency: { standard: 10, about: "requests at once" },
  },
  measure: (option) =>
    measureStandIn({
      customers: option("customers"),
      requests: option("requests"),
      concurrency: option("concurrency"),
    }),
  describe: ({ reads, lists, writes, subscriptions, customers, peakMb }) =>
    table([
      ["requests per second", "measured", "goal"],
      ["customers read one by one", whole(reads), "≥ 1,000"],
      ["pages of 10 customers", whole(lists), "≥ 1,000"],
      ["customers made and changed", whole(writes), "≥ 300"],
      ["subscriptions made, unpaid", whole(subscriptions), "≥ 300"],
      [
        `memory at most, MB, with ${whole(customers)} customers`,
        peakMb === null ? "" : whole(peakMb),
        "< 2,000",
      ],
    ]),
});
