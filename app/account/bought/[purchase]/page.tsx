import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AccountPage } from "@/components/account/account-page";
import { ItemReceipt } from "@/components/items/item-receipt";
import { requireUser } from "@/lib/auth/session";
import { ownItem } from "@/lib/billing/queries/own-items";
import { visitorLocale } from "@/lib/locale/visitor";

export const metadata: Metadata = { title: "Your receipt" };

/** The receipt of something the person has bought once; another's isn't found. */
export default async function BoughtPage({ params }: PageProps<"/account/bought/[purchase]">) {
  const { purchase } = await params;
  const user = await requireUser(`/account/bought/${purchase}`);
  const [item, locale] = await Promise.all([ownItem(user.id, { id: purchase }), visitorLocale()]);
  if (!item) notFound();
  return (
    <AccountPage title="Your receipt">
      <ItemReceipt item={item} locale={locale} />
    </AccountPage>
  );
}
