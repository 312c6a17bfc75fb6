import type { ComponentProps } from "react";
import { InboxLink } from "@/components/confirmation/inbox-link";
import { SendAgainForm } from "@/components/confirmation/send-again-form";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import type { Order } from "@/lib/billing/order/order";
import { checkoutPath } from "@/lib/billing/order/path";

type FreeDaysWaitProps = {
  days: number;
  order: Order;
  on: "here" | "stripe";
  email: string;
  action: ComponentProps<typeof SendAgainForm>["action"];
};

/** Over an order with free days that its buyer can't have before their address is confirmed: why, and how. */
export function FreeDaysWait({ days, order, on, email, action }: FreeDaysWaitProps) {
  const here = checkoutPath(order, on);
  return (
    <div className="mb-8">
      <Notice title={`Your ${days} days free wait for your address`}>
        <div className="space-y-4">
          <p>
            Everybody has free days once, and is known again by their address. So confirm it first: open the
            link that we sent to <span className="break-words">{email}</span>, and{" "}
            <TextLink href={here}>look here again</TextLink>.
            <InboxLink />
          </p>
          <SendAgainForm action={action} next={here} />
          <p>Or begin at once, without free days.</p>
        </div>
      </Notice>
    </div>
  );
}
