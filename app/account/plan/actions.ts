"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { changePath } from "@/components/account/change-path";
import { requireUser } from "@/lib/auth/session";
import { changePlan } from "@/lib/billing/change-plan";
import { orTrouble } from "@/lib/billing/trouble";
import { answer } from "../answer";

const agreedForm = z.object({
  price: z.string().min(1).max(200),
  seen: z.string().max(100),
  prorationDate: z
    .literal("")
    .transform(() => null)
    .or(z.coerce.number().int().positive()),
  dueToday: z.coerce.number().int().nonnegative(),
});

/** Changes the person's plan to what they have agreed to, and charges exactly what they were shown. */
export async function change(form: FormData): Promise<void> {
  const { id: userId } = await requireUser("/account/plan");
  const typed = agreedForm.safeParse(Object.fromEntries(form));
  if (!typed.success) answer("changed");
  const agreed = typed.data;
  const changed = await orTrouble(() => changePlan({ userId, ...agreed }));
  if (changed.outcome === "ask_again" || changed.outcome === "change_declined") {
    redirect(changePath(agreed.price, changed.outcome));
  }
  if (changed.outcome === "to_be_confirmed") redirect(`/account/invoices/${changed.invoice}/pay`);
  answer(changed.outcome);
}
