import Stripe from "stripe";
import { stripe } from "@/lib/stripe/client";
import { takeUsage } from "./take-usage";
import {
  type Batch,
  hasArrived,
  markRefused,
  markReported,
  markSending,
  noteRefusal,
  unreportedBatches,
} from "./usage-batches";

const DAY = 86_400_000;
/** Stripe remembers an identifier for a day; an hour is kept back for clocks that differ. */
const REMEMBERED = DAY - 3_600_000;
/** Stripe takes no event older than this. https://docs.stripe.com/billing/subscriptions/usage-based/recording-usage-api */
const OLDEST = 35 * DAY;

export type UsageReport = { reported: number; refused: number; waiting: number };

/**
 * Tells Stripe what was used and hasn't been told yet, so that nothing is lost and nothing is doubled. What is sent was
 * written down before, with its identifier, and is sent again with that until Stripe has answered: Stripe takes it once.
 * Where the answer to a sending was lost for so long that Stripe may have forgotten the identifier, its own sums are asked
 * whether it has arrived. What Stripe refuses is tried again each time, until it is too old for Stripe to take.
 *
 * @param now in tests another time
 * @param customer reports this customer's use alone, and up to this moment: for who is about to be billed
 * @throws Stripe's or the database's error, where Stripe can't be reached; the next call goes on from there
 */
export async function reportUsage({
  now = new Date(),
  customer,
  signal,
}: {
  now?: Date;
  customer?: string;
  signal?: AbortSignal;
} = {}): Promise<UsageReport> {
  await takeUsage(now, customer);
  const report: UsageReport = { reported: 0, refused: 0, waiting: 0 };
  for (const batch of await unreportedBatches(customer)) {
    signal?.throwIfAborted();
    report[await send(batch, now)]++;
  }
  return report;
}

async function send(batch: Batch, now: Date): Promise<keyof UsageReport> {
  if (now.getTime() - batch.at.getTime() > OLDEST) {
    await markRefused(batch.id);
    console.error(`Usage lost, too old for Stripe: ${batch.value} ${batch.meter} of ${batch.customer}.`);
    return "refused";
  }
  const { firstSentAt } = batch;
  const forgotten = firstSentAt !== null && now.getTime() - firstSentAt.getTime() > REMEMBERED;
  if (forgotten && (await hasArrived(batch))) {
    await markReported(batch.id);
    return "reported";
  }
  if (firstSentAt === null || forgotten) await markSending(batch.id, now);
  return deliver(batch);
}

async function deliver({ id, meter, customer, at, value }: Batch): Promise<keyof UsageReport> {
  try {
    await stripe().billing.meterEvents.create({
      event_name: meter,
      identifier: id,
      payload: { stripe_customer_id: customer, value: String(value) },
      timestamp: Math.floor(at.getTime() / 1000),
    });
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeInvalidRequestError)) throw error;
    if (!isCopy(error)) {
      await noteRefusal(id, error.message);
      return "waiting";
    }
  }
  await markReported(id);
  return "reported";
}

/** Stripe has the event already, from a sending whose answer was lost. */
function isCopy({ param }: Stripe.errors.StripeInvalidRequestError): boolean {
  return param === "identifier";
}
