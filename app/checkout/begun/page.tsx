import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Begun } from "@/components/checkout/begun";
import { requireUser } from "@/lib/auth/session";
import { accessFor } from "@/lib/billing/access";
import { featuresAmong } from "@/lib/billing/features";
import { subscriptionOf } from "@/lib/billing/queries/subscription-of";
import { isRunning } from "@/lib/billing/status";
import { visitorLocale } from "@/lib/locale/visitor";

export const metadata: Metadata = { title: "Your plan has begun" };

/** After a purchase without a payment in our page: what is open now, and what comes next. */
export default async function BegunPage() {
  const user = await requireUser("/checkout/begun");
  const [own, access, locale] = await Promise.all([
    subscriptionOf(user.id),
    accessFor(user.id),
    visitorLocale(),
  ]);
  if (!own || !isRunning(own.status)) redirect("/account");
  const open = featuresAmong(access.features.map(({ feature }) => feature));
  return <Begun own={own} open={open} locale={locale} />;
}
