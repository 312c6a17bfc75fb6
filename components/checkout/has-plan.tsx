import { changePath } from "@/components/account/change-path";
import { isChangeable } from "@/lib/billing/plan/changeable";
import type { OwnSubscription } from "@/lib/billing/queries/subscription-of";
import { Stopped } from "./stopped";

/** The checkout of somebody who has a plan: they can change it, and not buy a second one. */
export function HasPlan({ own, wanted }: { own: OwnSubscription; wanted: string }) {
  return (
    <Stopped
      title={`You already have ${own.planName}`}
      action={
        isChangeable(own)
          ? { href: changePath(wanted), label: "See what changing to it costs" }
          : { href: "/account", label: "Go to your account" }
      }
    >
      One person holds one subscription here, and nothing has been charged.
    </Stopped>
  );
}
