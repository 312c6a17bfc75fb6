import type { Held } from "../core/kinds";
import type { Work } from "../core/work";

type Entry = Held<"balance_transaction">;
type Sum = {
  readonly amount: number;
  readonly currency: string;
  readonly source_types: { readonly card: number };
};

/** What the account has by now, by currency, and what it will have. https://docs.stripe.com/api/balance */
export function balanceOf(work: Work) {
  const now = work.now();
  const entries = work.store.list("balance_transaction");
  const isAvailable = ({ available_on }: Entry) => available_on <= now;
  return {
    object: "balance",
    available: sums(entries, isAvailable),
    livemode: false,
    pending: sums(entries, (entry) => !isAvailable(entry)),
    refund_and_dispute_prefunding: {
      available: sums(entries, () => false),
      pending: sums(entries, () => false),
    },
  };
}

/** Every currency there is an entry in has its sum, be it nothing; an account without any has dollars. */
function sums(entries: readonly Entry[], counts: (entry: Entry) => boolean): readonly Sum[] {
  const currencies = new Set(entries.map(({ currency }) => currency));
  return [...(currencies.size > 0 ? currencies : ["usd"])].map((currency) => {
    const amount = entries
      .filter((entry) => entry.currency === currency && counts(entry))
      .reduce((sum, { net }) => sum + net, 0);
    return { amount, currency, source_types: { card: amount } };
  });
}

/** Queues, once for all that is available from the same moment, that it is told of. */
export function scheduleAvailability(work: Work, at: number): void {
  const queued = work.store.list("_job", "subject", work.account);
  if (queued.some((job) => job.name === "balance.available" && job.at === at)) return;
  work.schedule({ at, clock: null, name: "balance.available", subject: work.account });
}

/** Announces that money can be paid out. Emits `balance.available`. */
export function announceAvailable(work: Work): void {
  work.emit("balance.available", balanceOf(work));
}
