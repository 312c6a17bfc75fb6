import type { ComponentProps } from "react";
import { Status } from "@/components/ui/status";
import { InboxLink } from "./inbox-link";
import { SendAgainForm } from "./send-again-form";

/** Below an address that its owner hasn't confirmed: what to do about it. */
export function ConfirmAddress(form: ComponentProps<typeof SendAgainForm>) {
  return (
    <div className="mt-3 mb-6 max-w-[27.5rem] space-y-4">
      <p>
        <Status tone="info">
          <span>
            Not confirmed yet. We sent a link to this address: open it to confirm that it is yours.
            <InboxLink />
          </span>
        </Status>
      </p>
      <SendAgainForm {...form} />
    </div>
  );
}
