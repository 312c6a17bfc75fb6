import { AlreadyUnderWay, alone } from "@/lib/stripe/lists/alone";

/**
 * Carries out one decision about a person's plan at a time: a change, a pause and a cancellation each look at how it stands
 * and then act on that, which another must not alter between. Stripe withdraws what is billed while a plan rests, so that a
 * change made as a pause begins would be free.
 *
 * @param userId from the session
 * @param underWay the answer while another decision is carried out; nothing is done then
 * @throws what `decide` throws, or the database's error
 */
export async function oneAtATime<Outcome>(
  userId: string,
  decide: () => Promise<Outcome>,
  underWay: Outcome,
): Promise<Outcome> {
  try {
    return await alone(`change of ${userId}'s plan`, decide);
  } catch (error) {
    if (error instanceof AlreadyUnderWay) return underWay;
    throw error;
  }
}
