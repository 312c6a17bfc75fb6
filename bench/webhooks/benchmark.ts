import { benchmark } from "../support/benchmark";
import { describeWebhooks } from "./describe";
import { measureWebhooks } from "./measure";

export default benchmark({
  about: "the webhook receiver, alone and through Next",
  options: {
    rounds: { standard: 20, about: "how often figure and ceiling take turns" },
    events: { standard: 1_000, about: "events in a turn" },
    concurrency: { standard: 100, about: "events at once" },
    customers: { standard: 1_000, about: "customers in the database" },
  },
  measure: (option) =>
    measureWebhooks({
      rounds: option("rounds"),
      events: option("events"),
      concurrency: option("concurrency"),
      customers: option("customers"),
    }),
  describe: describeWebhooks,
});
