import type { Metadata } from "next";
import { AccountPage } from "@/components/account/account-page";
import { Empty } from "@/components/ui/empty";
import { LinkButton } from "@/components/ui/link-button";
import { MeterUsage } from "@/components/usage/meter-usage";
import { requireUser } from "@/lib/auth/session";
import { meterWords } from "@/lib/billing/usage/meter-words";
import { pricedUsage } from "@/lib/billing/usage/priced-usage";
import { visitorLocale } from "@/lib/locale/visitor";

export const metadata: Metadata = { title: "Your usage" };

export default async function UsagePage() {
  const user = await requireUser("/account/usage");
  const [priced, locale] = await Promise.all([pricedUsage(user.id), visitorLocale()]);
  return (
    <AccountPage
      title="Your usage"
      lead={
        priced.length > 0 &&
        "By our own count, up to this moment. It is confirmed for your invoice within a few minutes."
      }
    >
      {priced.map(({ usage, price }) => (
        <MeterUsage key={usage.priceId} {...meterWords(usage.meter)} {...{ usage, price, locale }} />
      ))}
      {priced.length === 0 && (
        <Empty
          title="Nothing is counted for you"
          action={
            <LinkButton href="/pricing?for=api" variant="primary">
              See the plans
            </LinkButton>
          }
        >
          Calls to the API are counted with a plan that has it. What you have read here is never counted.
        </Empty>
      )}
      {priced.length > 0 && <LinkButton href="/account/keys">Your API keys</LinkButton>}
    </AccountPage>
  );
}
