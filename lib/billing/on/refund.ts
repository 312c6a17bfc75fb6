import { enqueuing } from "@/lib/jobs/enqueue";
import { on } from "@/lib/stripe/webhooks/on";
import refundFailed from "../jobs/refund-failed";
import refundMade from "../jobs/refund-made";

/**
 * Money goes back: its owner is told, once for the refund, and once more where it doesn't arrive, which may show weeks
 * later. One that waits is told of when it is on its way.
 */
export default on(["refund.created", "refund.updated", "refund.failed"], async ({ event, send }) => {
  const { id, status } = event.data.object;
  if (status === "succeeded") send(enqueuing(refundMade, { refund: id }, { key: id }));
  if (status === "failed") send(enqueuing(refundFailed, { refund: id }, { key: id }));
});
