import { changePath } from "@/components/account/change-path";
import { isChangeable } from "@/lib/billing/plan/changeable";
import type { PriceForSale } from "@/lib/billing/queries/price";
import type { OwnSubscription } from "@/lib/billing/queries/subscription-of";
import { Stopped } from "./stopped";

type HasPlanProps = {
  own: OwnSubscription;
  /** What they came to buy; null where it isn't for sale any more. */
  wanted: Pick<PriceForSale, "key" | "productName"> | null;
};

/** The checkout of somebody who has a plan: they can change it, and not buy a second one. */
export function HasPlan({ own, wanted }: HasPlanProps) {
  const other = isChangeable(own) && wanted && wanted.key !== own.price?.key;
  return (
    <Stopped
      title={`You already have ${own.planName}`}
      action={
        other
          ? { href: changePath(wanted.key), label: `See what changing to ${wanted.productName} costs` }
          : { href: "/account", label: "Go to your account" }
      }
    >
      One person holds one subscription here, and nothing has been charged.
    </Stopped>
  );
}
