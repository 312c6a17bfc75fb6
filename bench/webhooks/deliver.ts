import type { Handler } from "@/lib/stripe/webhooks/on";
import { receive } from "@/lib/stripe/webhooks/receive";
import { serve } from "../support/serve";
import { delivery } from "./delivery";

/** Makes this process a worker that hands deliveries to the receiver: a Request in, a Response out. */
export function serveReceiver(handlers: readonly Handler[]): void {
  serve({
    item: delivery,
    prepare: ({ body, signature }) =>
      new Request("http://localhost/api/stripe/webhook", {
        method: "POST",
        headers: { "content-type": "application/json; charset=utf-8", "stripe-signature": signature },
        body,
      }),
    perform: async (request) => {
      const response = await receive(request, { handlers });
      if (response.status !== 200) throw new Error(await response.text());
    },
  });
}
