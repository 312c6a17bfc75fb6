import type Stripe from "stripe";
import { afterEach, beforeAll, expect } from "vitest";
import { jobs } from "@/lib/billing/jobs";
import { handlers } from "@/lib/billing/on";
import { listInbox, type Received, readInbox } from "@/lib/email/queries/inbox";
import { env } from "@/lib/env";
import { stripe } from "@/lib/stripe/client";
import { receive } from "@/lib/stripe/webhooks/receive";
import { queued } from "@/test/lib/jobs/support/noting";
import { useWorkers } from "@/test/lib/jobs/support/worker";
import { delivery } from "@/test/lib/stripe/support/events";
import { eventually } from "@/test/support/eventually";
import { userOf } from "./people";

/**
 * Gives a test file what writes mail.
 *
 * @returns `tell`: Stripe's new events come in, each as often as `times` says, and every job they ask for is done; `work`:
 * the jobs alone
 */
export function useMail(database: { url: string }) {
  const start = useWorkers(database);
  const told = new Set<string>();
  let begun: Promise<unknown> | undefined;
  afterEach(() => {
    begun = undefined;
  });
  // Takes longer to load than a test should wait for a mail.
  beforeAll(() => import("@/lib/email/render").then(() => {}));
  return { tell, work };

  async function tell(times = 1): Promise<void> {
    const [secret = ""] = env().STRIPE_WEBHOOK_SECRET;
    const events: Stripe.Event[] = [];
    for await (const event of stripe().events.list({ limit: 100 }))
      if (!told.has(event.id)) events.push(event);
    for (const event of events.toReversed()) {
      told.add(event.id);
      for (let time = 0; time < times; time++) {
        const { status } = await receive(delivery(event, { secret }), { handlers });
        expect(status, event.type).toBe(200);
      }
    }
    await work();
  }

  async function work(): Promise<void> {
    // One worker does for a whole test, at whose end it is stopped.
    begun ??= start({ jobs });
    await begun;
    const names = jobs.map(({ name }) => name);
    await eventually(async () => expect(await queued(...names)).toHaveLength(0), { interval: 100 });
  }
}

/** The mails to a person so far. */
export async function mailTo(userId: string): Promise<Received[]> {
  const { email } = await userOf(userId);
  const listed = (await listInbox(1_000)).filter(({ recipient }) => recipient.includes(`<${email}>`));
  const mails = await Promise.all(listed.map(({ id }) => readInbox(id)));
  return mails.flatMap((mail) => mail ?? []);
}

/** What the mails to a person are about, in the order of the alphabet: several come at once. */
export async function subjectsTo(userId: string): Promise<string[]> {
  return (await mailTo(userId)).map(({ subject }) => subject).sort();
}
