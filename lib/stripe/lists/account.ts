import Stripe from "stripe";
import { db } from "@/db/client";
import { mirroredAccount } from "@/db/schema/stripe/account";
import { progress } from "@/db/schema/stripe/progress";
import { ask } from "../ask/ask";
import { isDocument } from "../mirror/observed";

/** The database mirrors another account at Stripe than the one of our key. */
class OtherAccount extends Error {
  override name = "OtherAccount";
  constructor(mirrored: string, own: string) {
    super(
      `The database mirrors Stripe's account ${mirrored}, but STRIPE_SECRET_KEY belongs to ${own}. ` +
        "Compared with it, every row would count as deleted.",
    );
  }
}

/**
 * Makes sure that our key belongs to the account that the mirror is of; the first one asked for is remembered. A
 * restricted key that may not read its account is let through.
 *
 * @param mayChange another account takes the place of the remembered one; nothing of it counts as taken in then
 * @throws OtherAccount
 */
export async function checkAccount({ mayChange }: { mayChange: boolean }): Promise<void> {
  const own = await ownAccount();
  if (own === undefined) return;
  const [mirrored] = await db.select().from(mirroredAccount);
  if (mirrored?.id === own) return;
  if (mirrored && !mayChange) throw new OtherAccount(mirrored.id, own);
  await db.transaction(async (tx) => {
    if (mirrored) await tx.delete(progress);
    await tx.delete(mirroredAccount);
    await tx.insert(mirroredAccount).values({ id: own });
  });
}

/** https://docs.stripe.com/api/accounts/retrieve */
async function ownAccount(): Promise<string | undefined> {
  try {
    const { answer } = await ask("/v1/account");
    return isDocument(answer) ? answer.id : undefined;
  } catch (error) {
    if (error instanceof Stripe.errors.StripePermissionError) return undefined;
    throw error;
  }
}
