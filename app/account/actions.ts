"use server";

import { requireUser } from "@/lib/auth/session";
import { cancelSubscription } from "@/lib/billing/cancel-subscription";
import { keepSubscription } from "@/lib/billing/keep-subscription";
import { orTrouble } from "@/lib/billing/trouble";
import { answer } from "./answer";

/** Lets the person's subscription end with its period. A session that has expired meanwhile leads to signing in. */
export async function cancel(): Promise<void> {
  const { id } = await requireUser("/account/cancel");
  answer((await orTrouble(() => cancelSubscription(id))).outcome);
}

/** Takes a cancellation back. */
export async function keep(): Promise<void> {
  const { id } = await requireUser("/account");
  answer((await orTrouble(() => keepSubscription(id))).outcome);
}
