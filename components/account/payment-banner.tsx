import { LinkButton } from "@/components/ui/link-button";
import { ToneMark } from "@/components/ui/tone";
import { currentUser } from "@/lib/auth/session";
import { accessFor } from "@/lib/billing/access";
import { type Owed, owedFor } from "@/lib/billing/queries/owed";
import { subscriptionOf } from "@/lib/billing/queries/subscription-of";
import { visitorLocale } from "@/lib/locale/visitor";
import { formatMoney } from "@/lib/money";
import { standingOf } from "./standing";

/** Across every page: what stands in the way of a subscriber's plan, and the one thing to do about it. */
export async function PaymentBanner() {
  const user = await currentUser();
  const own = user && (await subscriptionOf(user.id));
  if (!own) return null;
  const [access, locale] = await Promise.all([accessFor(user.id), visitorLocale()]);
  const grace = access.features.find(({ reason }) => reason === "grace");
  const { warning } = standingOf(own, { locale, openUntil: grace?.until ?? null });
  if (!warning) return null;
  return (
    <section aria-label="Your plan" className="border-b border-line bg-wash print:hidden">
      <div className="page-width flex flex-wrap items-center gap-x-8 gap-y-3 py-4 text-15">
        <div className="flex min-w-0 flex-1 basis-80 gap-3">
          <ToneMark tone="warn" className="mt-1 size-4" />
          <div className="min-w-0">
            <p className="font-medium">{warning.title}</p>
            <p className="text-ink-soft">{warning.text}</p>
          </div>
        </div>
        {warning.todo === "pay" && <WaysToPay owed={await owedFor(user.id, own.id)} locale={locale} />}
      </div>
    </section>
  );
}

function WaysToPay({ owed, locale }: { owed: Owed[]; locale: string }) {
  const [first, second] = owed;
  return (
    <div className="flex flex-wrap gap-x-6 gap-y-2">
      {first && (
        <LinkButton
          variant="primary"
          href={second ? "/account/invoices" : `/account/invoices/${first.id}/pay`}
        >
          {second ? "Pay your invoices" : `Pay ${formatMoney(first.remaining, first.currency, locale)} now`}
        </LinkButton>
      )}
      <LinkButton variant="plain" href="/account/cards/add">
        Use another card
      </LinkButton>
    </div>
  );
}
