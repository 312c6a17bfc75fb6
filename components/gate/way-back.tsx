import { noticeOf } from "@/components/account/notice-words";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import type { ClosedFeature, ClosedReason } from "@/lib/billing/access/facts";
import { noticeFacts } from "@/lib/billing/queries/notice";
import { capitalized, whyClosed } from "./access-words";

type WayBackProps = {
  userId: string;
  closed: ClosedFeature;
  locale: string;
  /** What is closed, where it isn't the page itself: "The API". */
  name?: string;
};

/** To somebody whom it was open to: why it is closed, and the one thing that opens it again. */
export async function WayBack({ userId, closed, locale, name }: WayBackProps) {
  const why = whyClosed(closed, locale);
  const lead = links[closed.reason];
  const { href, label } = (lead === "owed" ? await owedLink(userId, locale) : lead) ?? account;
  return (
    <div className="space-y-4">
      <Notice tone={tones[closed.reason] ?? "warn"} title={name ? `${name} is ${why}` : capitalized(why)} />
      {lead !== null && (
        <LinkButton variant="primary" href={href}>
          {label}
        </LinkButton>
      )}
    </div>
  );
}

/** What is over, as was asked, is no warning. */
const tones: Partial<Record<ClosedReason, "info">> = { ended: "info", returned: "info" };

const account = { href: "/account", label: "See your account" };

/** "owed": what the banner says, for it depends on what is owed and on the card. Null: the gate below has the way. */
const links: Record<ClosedReason, { href: string; label: string } | "owed" | null> = {
  unpaid: "owed",
  trial_over: "owed",
  paused: { href: "/account", label: "Go on with my plan" },
  ended: { href: "/pricing", label: "Start again" },
  returned: null,
  refunded: account,
  lost_dispute: account,
};

async function owedLink(userId: string, locale: string) {
  const facts = await noticeFacts(userId);
  return (
    facts &&
    (noticeOf(facts, { locale, openUntil: null, restStaysOpen: false, now: new Date() })?.todo ?? null)
  );
}
