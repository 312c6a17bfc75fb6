import { LinkButton } from "@/components/ui/link-button";
import { SubmitButton } from "@/components/ui/submit-button";
import { begunOrder } from "@/lib/billing/order/begun";
import { checkoutPath } from "@/lib/billing/order/path";
import { isChangeable } from "@/lib/billing/plan/changeable";
import type { OwnSubscription } from "@/lib/billing/queries/subscription-of";
import { isRunning } from "@/lib/billing/status";
import { isPausable } from "@/lib/billing/subscription/pausable";

type PlanActionsProps = {
  own: OwnSubscription;
  keep: () => Promise<void>;
  resume: () => Promise<void>;
  keepAsItIs: () => Promise<void>;
};

/** What can be done about a plan, the least wanted last and as easy as the rest. */
export function PlanActions({ own, keep, resume, keepAsItIs }: PlanActionsProps) {
  if (isRunning(own.status) && own.endsAt) {
    return (
      <form action={keep}>
        <SubmitButton pendingLabel="Keeping your subscription">Keep my subscription</SubmitButton>
      </form>
    );
  }
  if (own.status === "paused") {
    return (
      <div className="flex flex-wrap gap-3">
        <LinkButton href="/account/go-on">Go on with my plan</LinkButton>
        <LinkButton href="/account/cancel">End my plan</LinkButton>
      </div>
    );
  }
  if (isRunning(own.status)) {
    return (
      <div className="flex flex-wrap gap-3">
        {own.pause ? (
          <form action={resume}>
            <SubmitButton pendingLabel="Going on">Go on with my plan</SubmitButton>
          </form>
        ) : (
          <LinkButton href="/library">Go to the library</LinkButton>
        )}
        {own.change && (
          <form action={keepAsItIs}>
            <SubmitButton variant="quiet" pendingLabel="Keeping your plan">
              Keep my plan as it is
            </SubmitButton>
          </form>
        )}
        {isChangeable(own) && own.mostSeats > 1 && (
          <LinkButton href="/account/seats">Change seats</LinkButton>
        )}
        {isChangeable(own) && <LinkButton href="/account/plan">Change plan</LinkButton>}
        {isPausable(own) && <LinkButton href="/account/pause">Pause my plan</LinkButton>}
        <LinkButton href="/account/cancel">Cancel my subscription</LinkButton>
      </div>
    );
  }
  const begun = own.status === "incomplete" ? begunOrder(own) : null;
  if (begun) {
    return (
      <div className="flex flex-wrap gap-3">
        <LinkButton href={checkoutPath(begun)} variant="primary">
          Finish paying
        </LinkButton>
        <LinkButton href="/pricing">Choose another plan</LinkButton>
      </div>
    );
  }
  return (
    <LinkButton href="/pricing" variant="primary">
      See the plans
    </LinkButton>
  );
}
