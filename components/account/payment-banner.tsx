import { LinkButton } from "@/components/ui/link-button";
import { ToneMark } from "@/components/ui/tone";
import { currentUser } from "@/lib/auth/session";
import { accessFor } from "@/lib/billing/access";
import { whileOwing } from "@/lib/billing/access/while-owing";
import { noticeFacts } from "@/lib/billing/queries/notice";
import { visitorLocale } from "@/lib/locale/visitor";
import { noticeOf } from "./notice-words";

/**
 * Across every page: what stands in the way of a subscriber's plan, or soon will, and the one thing to do about it. One short
 * statement for whoever is signed in; the gate is asked only for those who owe.
 */
export async function PaymentBanner() {
  const user = await currentUser();
  const facts = user && (await noticeFacts(user.id));
  if (!facts) return null;
  const access = facts.status === "past_due" ? await accessFor(user.id) : { features: [] };
  const locale = await visitorLocale();
  const notice = noticeOf(facts, { locale, ...whileOwing(access), now: new Date() });
  if (!notice) return null;
  const { tone, title, text, todo, also } = notice;
  return (
    <section aria-label="About your plan" className="border-b border-line bg-wash print:hidden">
      <div className="page-width flex flex-wrap items-center gap-x-8 gap-y-3 py-4 text-15">
        <div className="flex min-w-0 flex-1 basis-80 gap-3">
          <ToneMark tone={tone} className="mt-1 size-4" />
          <div className="min-w-0">
            <p className="font-medium">{title}</p>
            <p className="text-ink-soft">{text}</p>
          </div>
        </div>
        {todo && (
          <div className="flex flex-wrap gap-x-6 gap-y-2">
            <LinkButton variant={tone === "warn" ? "primary" : "quiet"} href={todo.href}>
              {todo.label}
            </LinkButton>
            {also && (
              <LinkButton variant="plain" href={also.href}>
                {also.label}
              </LinkButton>
            )}
          </div>
        )}
      </div>
    </section>
  );
}
