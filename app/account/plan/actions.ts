"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { changePath } from "@/components/account/change-path";
import { requireUser } from "@/lib/auth/session";
import { changePlan } from "@/lib/billing/plan/change-plan";
import { keepPlan } from "@/lib/billing/plan/keep-plan";
import { scheduleChange } from "@/lib/billing/plan/schedule-change";
import { orTrouble } from "@/lib/billing/trouble";
import { answer } from "../answer";

const agreedForm = z.object({
  price: z.string().min(1).max(200),
  quantity: z.coerce.number().int().positive(),
  seen: z.string().max(100),
  prorationDate: z
    .literal("")
    .transform(() => null)
    .or(z.coerce.number().int().positive()),
  dueToday: z.coerce.number().int().nonnegative(),
  when: z.enum(["now", "period_end"]).catch("now"),
});

/** Changes the person's plan to what they have agreed to: now, for exactly what they were shown, or with its next period. */
export async function change(form: FormData): Promise<void> {
  const { id: userId } = await requireUser("/account/plan");
  const typed = agreedForm.safeParse(Object.fromEntries(form));
  if (!typed.success) answer("changed");
  const { when, ...agreed } = typed.data;
  if (when === "period_end") {
    answer(await orTrouble(() => scheduleChange({ userId, ...agreed })));
  }
  const changed = await orTrouble(() => changePlan({ userId, ...agreed }));
  if (changed.outcome === "ask_again" || changed.outcome === "change_declined") {
    redirect(changePath(agreed.price, { seats: agreed.quantity, said: changed.outcome }));
  }
  if (changed.outcome === "to_be_confirmed") redirect(`/account/invoices/${changed.invoice}/pay`);
  answer(changed);
}

/** Takes back a change that was to come with the next period. */
export async function keepAsItIs(): Promise<void> {
  const { id } = await requireUser("/account");
  answer(await orTrouble(() => keepPlan(id)));
}
