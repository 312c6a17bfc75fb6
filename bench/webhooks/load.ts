import type { Delivery } from "../support/events";

/** How a webhook benchmark is run: so many rounds of so many events, so many of them at once. */
export type WebhookLoad = { rounds: number; events: number; concurrency: number; customers: number };

/** With where the events come from. */
export type Load = WebhookLoad & { next: (count: number) => Delivery[] };
