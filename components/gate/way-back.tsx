import { noticeOf } from "@/components/account/notice-words";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import type { ClosedFeature, ClosedReason } from "@/lib/billing/access/facts";
import { noticeFacts } from "@/lib/billing/queries/notice";
import { capitalized, whyClosed } from "./access-words";

type WayBackProps = { userId: string; closed: ClosedFeature; locale: string };

/** To somebody whom it was open to: why it is closed, and the one thing that opens it again. */
export async function WayBack({ userId, closed, locale }: WayBackProps) {
  const { href, label } = links[closed.reason] ?? (await owedLink(userId, locale)) ?? account;
  return (
    <div className="mt-10 space-y-4">
      <Notice
        tone={closed.reason === "ended" ? "info" : "warn"}
        title={capitalized(whyClosed(closed, locale))}
      />
      <LinkButton variant="primary" href={href}>
        {label}
      </LinkButton>
    </div>
  );
}

const account = { href: "/account", label: "See your account" };

/** Null: what the banner says, for it depends on what is owed and on the card. */
const links: Record<ClosedReason, { href: string; label: string } | null> = {
  unpaid: null,
  trial_over: null,
  paused: { href: "/account", label: "Go on with my plan" },
  ended: { href: "/pricing", label: "Start again" },
  refunded: account,
  lost_dispute: account,
};

async function owedLink(userId: string, locale: string) {
  const facts = await noticeFacts(userId);
  return facts && (noticeOf(facts, { locale, openUntil: null, now: new Date() })?.todo ?? null);
}
