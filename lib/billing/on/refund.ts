import { enqueuing } from "@/lib/jobs/enqueue";
import { on } from "@/lib/stripe/webhooks/on";
import refundMade from "../jobs/refund-made";

/** Money goes back: its owner is told, once for the refund. One that waits is told of when it is on its way. */
export default on(["refund.created", "refund.updated"], async ({ event, send }) => {
  const { id, status } = event.data.object;
  if (status === "succeeded") send(enqueuing(refundMade, { refund: id }, { key: id }));
});
