import type { Receiver } from "@/lib/stripe/webhooks/settle";
import { handlers } from "./on";
import { hooks } from "./webhook-hooks";

/** What the product brings along whenever an event is taken in: delivered, read from Stripe's list, or tried again. */
export const receiver: Receiver = { handlers, hooks };
